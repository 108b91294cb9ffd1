package dev.bobbin.emulator.serve;

/**
 * Bounds of the JDK's HTTP server. It takes them as system properties, once, when its first class is loaded; values set
 * on the command line win. Why this server: {@code docs/serve.md}.
 */
final class ServerTuning {

    private ServerTuning() {}

    /** Must be called before the first server is made. */
    static void apply() {
        // Without it the second of two small writes waits for the client's delayed acknowledgement, 40 ms.
        standard("sun.net.httpserver.nodelay", "true");
        // Seconds for a whole request to arrive: what ends a client that sends a byte now and then.
        standard("sun.net.httpserver.maxReqTime", "20");
        // Seconds for an answer to be written, the function's own time included: what ends a client that never reads.
        standard("sun.net.httpserver.maxRspTime", "3600");
        standard("sun.net.httpserver.idleInterval", "60");
        standard("sun.net.httpserver.maxReqHeaders", "100");
        standard("sun.net.httpserver.maxReqHeaderSize", "65536");
        // More than these are closed as they come, so that file handles are left for everything else.
        standard("jdk.httpserver.maxConnections", "10000");
        standard("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private static void standard(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
