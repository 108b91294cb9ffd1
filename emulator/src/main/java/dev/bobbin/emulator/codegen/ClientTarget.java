package dev.bobbin.emulator.codegen;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where client code sends its calls. */
public sealed interface ClientTarget {

    /** The address of a function. */
    String url(String function);

    /**
     * An endpoint of Bobbin's.
     *
     * @param base ends in a slash
     * @param wantsToken whether callers must send the token it was started with; code takes it from the variable
     *     {@code BOBBIN_TOKEN}, so that it holds no secret
     */
    record Local(URI base, boolean wantsToken) implements ClientTarget {

        /** One that everybody on this computer may call. */
        public Local(URI base) {
            this(base, false);
        }

        @Override
        public String url(String function) {
            return base + "api/" + encoded(function);
        }
    }

    /** The published item. @param functions the public address up to {@code /functions}, without a slash at its end */
    record Service(String functions) implements ClientTarget {
        @Override
        public String url(String function) {
            return functions + "/" + encoded(function) + "/invoke";
        }

        /** The address of an item that is not published yet: the parts nobody knows are in angle brackets. */
        public static Service unpublished() {
            return new Service("https://<host>/v1/workspaces/<workspaceId>/userDataFunctions/<itemId>/functions");
        }
    }

    /** Python allows letters of all languages in names, addresses do not. */
    private static String encoded(String function) {
        return URLEncoder.encode(function, StandardCharsets.UTF_8);
    }
}
