package dev.bobbin.emulator.example;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Outcomes in the XML form that build servers read.
 *
 * @param suite name of the item
 * @param skipped examples that were to run and did not begin
 */
public record JUnitReport(
        String suite,
        List<ExampleOutcome> outcomes,
        List<ExampleStore.Unreadable> unreadable,
        List<ExampleStore.Kept> skipped) {

    public JUnitReport {
        outcomes = List.copyOf(outcomes);
        unreadable = List.copyOf(unreadable);
        skipped = List.copyOf(skipped);
    }

    /**
     * Writes the file whole, making its folder; a device or a pipe is written as it is.
     *
     * @throws IOException when it cannot be written; what was there stays
     */
    public void write(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out);
            }
        } else {
            WholeFile.write(file, this::write);
        }
    }

    private void write(OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(suite));
            xml.writeAttribute("tests", "" + (outcomes.size() + unreadable.size() + skipped.size()));
            xml.writeAttribute("failures", "" + count(ExampleOutcome.Differs.class));
            xml.writeAttribute("errors", "" + (count(ExampleOutcome.Broken.class) + unreadable.size()));
            xml.writeAttribute("skipped", "" + skipped.size());
            xml.writeAttribute("time", seconds(total()));
            for (ExampleOutcome outcome : outcomes) {
                write(xml, outcome);
            }
            for (ExampleStore.Unreadable broken : unreadable) {
                start(xml, suite, broken.file().getFileName().toString(), Duration.ZERO);
                problem(xml, broken.reason());
                xml.writeEndElement();
            }
            for (ExampleStore.Kept kept : skipped) {
                Example example = kept.example();
                start(xml, suite + "." + example.function(), example.name(), Duration.ZERO);
                xml.writeEmptyElement("skipped");
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw PlainException.of("example.report", PlainException.wordsOf(e)).because(e);
        }
    }

    private void write(XMLStreamWriter xml, ExampleOutcome outcome) throws XMLStreamException {
        Example example = outcome.kept().example();
        start(xml, suite + "." + example.function(), example.name(), outcome.duration());
        switch (outcome) {
            case ExampleOutcome.Passed _ -> {}
            case ExampleOutcome.Differs differs ->
                problem(
                        xml,
                        "failure",
                        differs.differences().getFirst().text(),
                        differs.differences().stream().map(Difference::text).collect(Collectors.joining("\n")));
            case ExampleOutcome.Broken broken -> problem(xml, broken.reason());
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String className, String name, Duration time)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(className));
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("time", seconds(time));
    }

    private static void problem(XMLStreamWriter xml, Message reason) throws XMLStreamException {
        problem(xml, "error", reason.english(), reason.english());
    }

    private static void problem(XMLStreamWriter xml, String element, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(message));
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private long count(Class<? extends ExampleOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private Duration total() {
        return outcomes.stream().map(ExampleOutcome::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    /** Leaves out what XML 1.0 cannot hold, such as most control characters and halves of characters. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
