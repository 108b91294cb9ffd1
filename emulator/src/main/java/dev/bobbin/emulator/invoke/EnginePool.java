package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.EngineFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several engines that share the calls, so that calls at the same time use all cores and one that never ends harms
 * nobody: a process with a call that takes long gets no further ones as long as another process can take them, or will
 * be able to once it has started.
 *
 * <p>The first engine is there from the start; others are started when calls come at the same time, or when a call takes
 * long and no other engine is idle, and take part once they are ready: whoever calls next finds an engine, and does not
 * wait for the one whose process ends at the time limit to start again. As in the service, module state belongs to one
 * process: calls in a row may see different ones.
 */
public final class EnginePool implements FunctionEngine {

    /** A call older than this is taken for one that may never end. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<FunctionEngine> maker;
    private final int usual;
    private final int most;
    private final List<PoolMember> members = new ArrayList<>();
    private final Queue<Parked> parked = new ArrayDeque<>();
    private boolean closed;

    /** A call without an engine yet. */
    private record Parked(ParkedCall call, ItemCode code, EngineRequest request, EngineListener listener) {}

    /**
     * @param maker makes one more engine
     * @param usual how many engines share the calls, 1 or more; the number of cores is a good one
     * @param most how many there may be while some are held up by calls that do not end, not below {@code usual}
     */
    public EnginePool(Supplier<FunctionEngine> maker, int usual, int most) {
        if (usual < 1 || most < usual) {
            throw new IllegalArgumentException("A pool has at least one engine, not " + usual + " to " + most + ".");
        }
        this.maker = maker;
        this.usual = usual;
        this.most = most;
        PoolMember first = new PoolMember(maker.get(), true);
        members.add(first);
        first.engine().onState(state -> follow(first, state));
    }

    @Override
    public String name() {
        return first().engine().name();
    }

    /** Tells the state of the first engine: when it is ready, calls are carried out at once. */
    @Override
    public void onState(Consumer<EngineState> listener) {
        first().engine().onState(listener);
    }

    @Override
    public void warmUp() {
        first().engine().warmUp();
    }

    @Override
    public String installCommand(String module) {
        return first().engine().installCommand(module);
    }

    @Override
    public void prepare(ItemCode code) {
        present().forEach(member -> member.engine().prepare(code));
    }

    @Override
    public EngineCall start(ItemCode code, EngineRequest request, EngineListener listener) {
        Parked call = new Parked(new ParkedCall(), code, request, listener);
        @Nullable PoolMember member = choose(code);
        if (member == null) {
            synchronized (members) {
                parked.add(call);
            }
            // The engine it waits for may have become ready in between.
            startParked();
        } else {
            start(member, call);
        }
        return call.call();
    }

    @Override
    public void close() {
        List<Parked> waiting;
        synchronized (members) {
            closed = true;
            waiting = List.copyOf(parked);
            parked.clear();
        }
        present().forEach(member -> member.engine().close());
        waiting.forEach(
                call -> call.call().end(new EngineOutcome.ProcessLost(new EngineFault(EngineFault.Kind.CLOSED))));
    }

    /** How many engines there are now. */
    public int size() {
        return present().size();
    }

    private PoolMember first() {
        return present().getFirst();
    }

    private List<PoolMember> present() {
        synchronized (members) {
            return List.copyOf(members);
        }
    }

    private void start(PoolMember member, Parked call) {
        // Counted before it starts: a call that ends at once must not be counted off first.
        PoolMember.Ticket ticket = member.begin();
        watch(member, ticket, call.code());
        call.call().start(() -> member.engine().start(call.code(), call.request(), call.listener()));
        call.call().outcome().whenComplete((_, _) -> {
            member.end(ticket);
            startParked();
        });
    }

    private void startParked() {
        while (true) {
            @Nullable Parked call;
            synchronized (members) {
                call = parked.peek();
            }
            @Nullable PoolMember member = call == null ? null : choose(call.code());
            if (call == null || member == null) {
                return;
            }
            boolean mine;
            synchronized (members) {
                mine = parked.remove(call);
            }
            if (mine) {
                start(member, call);
            }
        }
    }

    /** The engine for the next call; null when the call had better wait for one that is starting. */
    private @Nullable PoolMember choose(ItemCode code) {
        List<PoolMember> usable = usable();
        List<PoolMember> lively = lively(usable);
        if (lively.isEmpty()) {
            return grow(code, most) ? null : leastBusy(usable.isEmpty() ? present() : usable);
        }
        PoolMember best = leastBusy(lively);
        if (best.calls() > 0) {
            grow(code, usual + usable.size() - lively.size());
        }
        return best;
    }

    /** Starts one more engine once a call has run for long and leaves no idle engine to the next one. */
    private void watch(PoolMember member, PoolMember.Ticket ticket, ItemCode code) {
        CompletableFuture.delayedExecutor(PATIENCE.toMillis() + 1, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (member.heldUp(PATIENCE)) {
                        relieve(code);
                    } else if (member.carriesOut(ticket)) {
                        // Its interpreter was still starting.
                        watch(member, ticket, code);
                    }
                });
    }

    private void relieve(ItemCode code) {
        List<PoolMember> usable = usable();
        List<PoolMember> lively = lively(usable);
        if (lively.stream().allMatch(member -> member.calls() > 0)) {
            grow(code, usual + usable.size() - lively.size());
        }
    }

    private List<PoolMember> usable() {
        return present().stream().filter(PoolMember::usable).toList();
    }

    private static List<PoolMember> lively(List<PoolMember> usable) {
        return usable.stream().filter(member -> !member.heldUp(PATIENCE)).toList();
    }

    private static PoolMember leastBusy(List<PoolMember> members) {
        return members.stream().min(Comparator.comparingInt(PoolMember::calls)).orElseThrow();
    }

    /** Starts one more engine, in the background, unless there are enough. @return whether one is starting */
    private boolean grow(ItemCode code, int wanted) {
        PoolMember added;
        synchronized (members) {
            if (members.stream().anyMatch(member -> !member.usable())) {
                return true;
            }
            if (closed || members.size() >= Math.min(wanted, most)) {
                return false;
            }
            added = new PoolMember(maker.get(), false);
            members.add(added);
        }
        added.engine().onState(state -> follow(added, state));
        added.engine().prepare(code);
        return true;
    }

    /** Lets an engine take part while its interpreter is up, and drops a further one that never comes up. */
    private void follow(PoolMember member, EngineState state) {
        member.follow(state);
        if (state instanceof EngineState.Broken && !member.usable()) {
            synchronized (members) {
                members.remove(member);
            }
            member.engine().close();
        }
        if (state instanceof EngineState.Ready || state instanceof EngineState.Broken) {
            // Not on this thread, which is the engine's own and may hold its lock.
            Thread.ofVirtual().start(this::startParked);
        }
    }
}
