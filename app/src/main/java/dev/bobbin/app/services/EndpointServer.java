package dev.bobbin.app.services;

import dev.bobbin.app.serve.LocalServer;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.serve.EndpointListener;
import dev.bobbin.emulator.serve.EndpointSettings;
import dev.bobbin.emulator.serve.JournalListener;
import dev.bobbin.emulator.serve.LocalEndpoint;
import dev.bobbin.emulator.serve.ServedCall;
import dev.bobbin.emulator.service.ServiceProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Serves items from within the window; their requests go to the history like any other run. */
public final class EndpointServer implements LocalServer, AutoCloseable {

    private final SideEngine engine;
    private final JournalService journals;
    private final Set<LocalEndpoint> open = ConcurrentHashMap.newKeySet();

    public EndpointServer(SideEngine engine, JournalService journals) {
        this.engine = engine;
        this.journals = journals;
    }

    @Override
    public Serving start(ItemFolder item, Door door, ServiceProfile profile, ExecutingUser user, Consumer<Heard> heard)
            throws IOException {
        EndpointListener listener = new JournalListener(journals.recorder(item), engine.name(), new Relay(heard));
        LocalEndpoint endpoint = LocalEndpoint.start(
                item.root(),
                ItemWorkspace.of(item),
                engine.invoker(),
                EndpointSettings.onLoopback(door.port())
                        .with(profile, user)
                        .withToken(door.token().isEmpty() ? null : door.token()),
                listener);
        open.add(endpoint);
        return new Serving() {
            @Override
            public URI address() {
                return endpoint.address();
            }

            @Override
            public void close() {
                open.remove(endpoint);
                endpoint.close();
            }
        };
    }

    @Override
    public void onStarting(Consumer<Boolean> heard) {
        engine.onState(state -> heard.accept(state instanceof EngineState.WarmingUp));
    }

    /** Ends whatever is still served. */
    @Override
    public void close() {
        open.forEach(LocalEndpoint::close);
    }

    private record Relay(Consumer<Heard> heard) implements EndpointListener {
        @Override
        public void called(ServedCall call) {
            int status = call.result() instanceof InvocationResult.Answered answered ? answered.httpStatus() : 0;
            heard.accept(new Heard.Called(
                    call.time(),
                    call.request().function(),
                    status,
                    call.result().duration(),
                    call.request().invocationId()));
        }

        @Override
        public void refused(Refusal refusal) {
            heard.accept(new Heard.Refused(
                    refusal.time(), refusal.method() + " " + refusal.path(), refusal.httpStatus(), refusal.reason()));
        }
    }
}
