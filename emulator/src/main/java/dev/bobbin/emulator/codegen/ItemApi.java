package dev.bobbin.emulator.codegen;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.PlatformFile;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an item callers can see: the functions whose public endpoint is not switched off. */
public record ItemApi(ItemFolder item, SourceOutline outline, ServiceProfile profile) {

    /** The id of an item or workspace that is not known. */
    public static final String UNKNOWN_ID = new UUID(0, 0).toString();

    /** Functions callers can reach, in the order of the source; of two with one name the last, as Python has it. */
    public List<FunctionSignature> functions() {
        Map<String, FunctionSignature> byName = new LinkedHashMap<>();
        for (FunctionSignature function : outline.functions()) {
            if (item.definition().isPublic(function.name())) {
                byName.put(function.name(), function);
            }
        }
        return List.copyOf(byName.values());
    }

    /**
     * The item's logical id from {@code .platform}, by which Git knows it; {@link #UNKNOWN_ID} when it has none. The id that
     * a workspace gives it is another one, which nobody knows before it is published.
     */
    public String itemId() {
        @Nullable PlatformFile platform = item.platform();
        @Nullable String id = platform == null ? null : platform.logicalId();
        return id == null || id.isBlank() ? UNKNOWN_ID : id;
    }
}
