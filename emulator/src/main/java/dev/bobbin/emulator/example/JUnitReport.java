package dev.bobbin.emulator.example;

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

/** Writes outcomes in the XML form that build servers read. */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Writes the file, making its folder.
     *
     * @param suite name of the item
     * @throws IOException when it cannot be written
     */
    public static void write(
            Path file, String suite, List<ExampleOutcome> outcomes, List<ExampleStore.Unreadable> unreadable)
            throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(suite));
            xml.writeAttribute("tests", "" + (outcomes.size() + unreadable.size()));
            xml.writeAttribute("failures", "" + count(outcomes, ExampleOutcome.Differs.class));
            xml.writeAttribute("errors", "" + (count(outcomes, ExampleOutcome.Broken.class) + unreadable.size()));
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute("time", seconds(total(outcomes)));
            for (ExampleOutcome outcome : outcomes) {
                write(xml, suite, outcome);
            }
            for (ExampleStore.Unreadable broken : unreadable) {
                start(xml, suite, broken.file().getFileName().toString(), Duration.ZERO);
                problem(xml, "error", broken.reason(), broken.reason());
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The report " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(XMLStreamWriter xml, String suite, ExampleOutcome outcome) throws XMLStreamException {
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
            case ExampleOutcome.Broken broken -> problem(xml, "error", broken.reason(), broken.reason());
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

    private static void problem(XMLStreamWriter xml, String element, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(message));
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static long count(List<ExampleOutcome> outcomes, Class<? extends ExampleOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static Duration total(List<ExampleOutcome> outcomes) {
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
