package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds functions by parsing source text, without running it. Right for files that do not import or that break further down. */
public final class SourceParser {

    private SourceParser() {}

    /**
     * The outline of a {@code function_app.py}; never fails, whatever the text. May be called on any thread; the first
     * call loads a native library, about 60 ms.
     */
    public static SourceOutline outline(String source) {
        String text = normalised(source);
        try {
            OutlineBuilder outline = new OutlineBuilder();
            PythonGrammar.Parsed parsed = PythonGrammar.parse(text, 1);
            SyntaxTree broken = parsed.broken();
            if (broken == null) {
                outline.add(parsed.statements());
            } else {
                addSections(text, outline);
                if (!outline.hasFindings()) {
                    SyntaxDoctor.unreadable(broken).ifPresent(outline::finding);
                }
            }
            return outline.build();
        } catch (LinkageError | RuntimeException e) {
            // The native library may be missing for this computer: the editor must go on without a list of functions.
            return failure(e);
        }
    }

    /** One statement at a time, so that a slip costs the statement it is in and not the functions below it. */
    private static void addSections(String text, OutlineBuilder outline) {
        SyntaxDoctor doctor = new SyntaxDoctor(text);
        for (Section section : Section.split(LineScanner.scan(text))) {
            PythonGrammar.Parsed parsed = PythonGrammar.parse(section.text(text), section.firstLine());
            SyntaxTree broken = parsed.broken();
            if (broken == null) {
                outline.add(parsed.statements());
            } else {
                outline.finding(doctor.diagnose(section, broken));
                addDamaged(section, text, broken, outline);
            }
        }
    }

    private static void addDamaged(Section section, String text, SyntaxTree damaged, OutlineBuilder outline) {
        Optional<String> head = section.functionHead(text);
        if (head.isEmpty()) {
            outline.addDamaged(damaged);
            return;
        }
        PythonGrammar.Parsed parsed = PythonGrammar.parse(head.get(), section.firstLine());
        SyntaxTree broken = parsed.broken();
        if (broken == null) {
            outline.addHead(parsed.statements(), section.lastLine(text));
        } else {
            outline.addDamagedHead(broken, section.lastLine(text));
        }
    }

    /** Line ends as Python reads them, and no byte order mark. */
    private static String normalised(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static SourceOutline failure(Throwable cause) {
        Finding finding = Finding.of(
                "python-parser",
                Severity.ERROR,
                Place.of(Path.of(ItemFolder.SCRIPT)),
                Message.of("python-parser", cause));
        return SourceOutline.failed(List.of(finding));
    }
}
