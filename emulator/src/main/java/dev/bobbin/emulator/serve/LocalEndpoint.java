package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpServer;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An item's functions behind HTTP, as {@code docs/serve.md} describes it. Runs until it is closed; every request has a
 * virtual thread of its own.
 */
public final class LocalEndpoint implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int CALLS_AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ports below are for the administrator on most systems. */
    private static final int PORTS_FOR_ALL = 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ServedItem item;
    private final FunctionCalls calls;
    private final InetAddress address;

    private LocalEndpoint(
            HttpServer server, ExecutorService threads, ServedItem item, FunctionCalls calls, InetAddress address) {
        this.server = server;
        this.threads = threads;
        this.item = item;
        this.calls = calls;
        this.address = address;
    }

    /**
     * Opens an item and listens for requests.
     *
     * @param folder the item folder, read again whenever its files change
     * @param workspace where the stand-ins of its connections lie
     * @param invoker runs the functions; stays the caller's to close, after this endpoint
     * @throws IOException when the item cannot be read, or the port cannot be used; the message says why in plain words
     */
    public static LocalEndpoint start(
            Path folder, Workspace workspace, Invoker invoker, EndpointSettings settings, EndpointListener listener)
            throws IOException {
        return start(folder, workspace, invoker, settings, listener, CALLS_AT_ONCE, PATIENCE);
    }

    /** The same with another number of calls at the same time, and another time that callers may read nothing. */
    static LocalEndpoint start(
            Path folder,
            Workspace workspace,
            Invoker invoker,
            EndpointSettings settings,
            EndpointListener listener,
            int callsAtOnce,
            Duration patience)
            throws IOException {
        ServerTuning.apply();
        HttpServer server = listen(settings);
        ServedItem item;
        try {
            item = new ServedItem(folder, changed -> {
                invoker.prepare(changed.code());
                listener.reloaded(changed);
            });
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
        FunctionCalls calls = new FunctionCalls(settings, workspace, invoker, listener, callsAtOnce, patience);
        server.createContext(
                "/", new RequestHandler(new Gate(settings), item::current, settings.profile(), calls, listener));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        invoker.prepare(item.current().code());
        return new LocalEndpoint(server, threads, item, calls, settings.address());
    }

    private static HttpServer listen(EndpointSettings settings) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
        } catch (BindException e) {
            throw PlainException.of(whyNot(settings.address(), settings.port())).because(e);
        }
    }

    private static Message whyNot(InetAddress address, int port) throws IOException {
        String place = address.getHostAddress();
        if (!address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && NetworkInterface.getByInetAddress(address) == null) {
            return Message.of("serve.no-address", place);
        }

        if (port > 0 && port < PORTS_FOR_ALL) {
            return Message.of("serve.low-port", port, place, PORTS_FOR_ALL);
        }
        return Message.of("serve.taken-port", port, place);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What to put before {@code api/<name>}; ends in a slash. */
    public URI address() {
        // Not "localhost": some clients take that for the other kind of loopback address.
        String host = address instanceof Inet6Address && address.isLoopbackAddress() ? "::1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** What is served now. */
    public ServedCode served() {
        return item.current();
    }

    /**
     * Closes the port and every connection at once; calls under way lose their callers. Returns when the listener has been
     * told of every call that was answered, after some seconds at the latest.
     */
    @Override
    public void close() {
        server.stop(0);
        item.close();
        calls.close();
        threads.shutdownNow();
    }
}
