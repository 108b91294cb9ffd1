package dev.bobbin.app.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.form.SavedInputs;
import dev.bobbin.app.welcome.SampleCopies;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.samples.SampleItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Samples on the local disk, their forms filled with the inputs of the sample's own calls. */
public final class SampleFiles implements SampleCopies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SavedInputs inputs;

    public SampleFiles(SavedInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public Path copy(SampleItem sample, Path workspace) throws IOException {
        Path folder = sample.copyTo(workspace);
        ItemFolder item = ItemReader.read(folder);
        Map<String, String> present = inputs.last(item);
        for (Map.Entry<String, String> first : firstInputs(sample).entrySet()) {
            if (!present.containsKey(first.getKey())) {
                inputs.keepLast(item, first.getKey(), first.getValue());
            }
        }
        return folder;
    }

    /** The input of each function's first call that succeeds. */
    private static Map<String, String> firstInputs(SampleItem sample) throws IOException {
        Map<String, String> first = new LinkedHashMap<>();
        for (String line : sample.calls()) {
            JsonNode call = JSON.readTree(line);
            if (call.path("httpStatus").asInt(200) == 200) {
                first.putIfAbsent(
                        call.path("function").asText(), call.path("input").toString());
            }
        }
        return first;
    }
}
