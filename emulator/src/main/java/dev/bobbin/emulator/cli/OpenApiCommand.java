package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.codegen.ItemApi;
import dev.bobbin.emulator.codegen.OpenApi;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.WholeFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin openapi}: the OpenAPI document of an item, published or not. */
@Command(
        name = "openapi",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:the document is made", "1:the script has a syntax error", Main.WRONG_USAGE},
        description = "Makes the OpenAPI 3 document of an item from its source.")
final class OpenApiCommand implements Callable<Integer> {

    /** Forms of the document. */
    enum Format {
        json,
        yaml
    }

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(names = "--format", paramLabel = "F", description = "json or yaml (default: ${DEFAULT-VALUE}).")
    Format format = Format.yaml;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Address in front of /<function>/invoke; without it that of the published item, with variables.")
    @Nullable
    String url;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write instead of standard output.")
    @Nullable
    Path out;

    @Mixin
    ProfileOption profile = new ProfileOption();

    @Override
    public Integer call() throws Exception {
        ItemFolder folder = ItemReader.read(item);
        SourceOutline outline = SourceParser.outline(folder.script());
        if (!outline.findings().isEmpty()) {
            // A document without its functions would pass for a true one.
            outline.findings().forEach(finding -> Output.error(FindingText.line(finding)));
            return 1;
        }
        ItemApi api = new ItemApi(folder, outline, profile.get(folder));
        OpenApi document = OpenApi.of(api, url == null ? null : InputText.address("--url", url));
        String text = format == Format.json ? document.json() : document.yaml();
        if (out == null) {
            Output.document(text.stripTrailing());
        } else {
            WholeFile.write(out, text);
        }
        return 0;
    }
}
