package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models to test features with. */
public final class Models {

    private Models() {}

    public static WorkspaceModel empty() {
        return new WorkspaceModel(ServiceProfiles.standard());
    }

    /** A request for that function with an empty body. */
    public static InvocationRequest request(String function) {
        return request("00000000-0000-4000-8000-000000000000", function);
    }

    /** @param id of the invocation */
    public static InvocationRequest request(String id, String function) {
        return new InvocationRequest(id, function, "{}", ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
    }

    /** A model with an open item of that script, its outline made. */
    public static WorkspaceModel open(Path folder, String script) throws IOException {
        Files.writeString(folder.resolve("function_app.py"), script);
        WorkspaceModel model = empty();
        model.open(new FolderFiles().read(folder));
        model.setOutline(SourceParser.outline(script));
        return model;
    }

    /** A model without an item whose outline is that of a script. */
    public static WorkspaceModel outlined(String script) {
        WorkspaceModel model = empty();
        model.sourceProperty().set(script);
        model.setOutline(SourceParser.outline(script));
        return model;
    }
}
