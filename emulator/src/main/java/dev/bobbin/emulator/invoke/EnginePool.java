package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.EngineFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several engines that share the calls, so that calls at the same time use all cores and one that never ends harms
 * nobody: a process with a call that takes long gets no further ones as long as another process can take them, or will
 * be able to once it has started.
 *
 * <p>The first engine is there from the start; others are started when calls come at the same time, and take part once
 * they are ready. As in the service, module state belongs to one process: calls in a row may see different ones.
 */
public final class EnginePool implements FunctionEngine {

    /** A call older than this is taken for one that may never end. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<FunctionEngine> maker;
    private final int usual;
    private final int most;
    private final List<Member> members = new ArrayList<>();
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
        members.add(new Member(maker.get(), true));
    }

    @Override
    public String name() {
        return first().engine.name();
    }

    /** Tells the state of the first engine: when it is ready, calls are carried out at once. */
    @Override
    public void onState(Consumer<EngineState> listener) {
        first().engine.onState(listener);
    }

    @Override
    public void warmUp() {
        first().engine.warmUp();
    }

    @Override
    public String installCommand(String module) {
        return first().engine.installCommand(module);
    }

    @Override
    public void prepare(ItemCode code) {
        present().forEach(member -> member.engine.prepare(code));
    }

    @Override
    public EngineCall start(ItemCode code, EngineRequest request, EngineListener listener) {
        Parked call = new Parked(new ParkedCall(), code, request, listener);
        @Nullable Member member = choose(code);
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
        present().forEach(member -> member.engine.close());
        waiting.forEach(
                call -> call.call().end(new EngineOutcome.ProcessLost(new EngineFault(EngineFault.Kind.CLOSED))));
    }

    /** How many engines there are now. */
    public int size() {
        return present().size();
    }

    private Member first() {
        return present().getFirst();
    }

    private List<Member> present() {
        synchronized (members) {
            return List.copyOf(members);
        }
    }

    private void start(Member member, Parked call) {
        // Counted before it starts: a call that ends at once must not be counted off first.
        Ticket ticket = member.begin();
        call.call().start(() -> member.engine.start(call.code(), call.request(), call.listener()));
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
            @Nullable Member member = call == null ? null : choose(call.code());
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
    private @Nullable Member choose(ItemCode code) {
        long now = System.nanoTime();
        List<Member> usable = present().stream().filter(Member::usable).toList();
        List<Member> lively =
                usable.stream().filter(member -> !member.heldUp(now)).toList();
        if (lively.isEmpty()) {
            return grow(code, most) ? null : leastBusy(usable);
        }
        Member best = leastBusy(lively);
        if (best.calls() > 0) {
            grow(code, usual + usable.size() - lively.size());
        }
        return best;
    }

    private static Member leastBusy(List<Member> members) {
        return members.stream().min(Comparator.comparingInt(Member::calls)).orElseThrow();
    }

    /** Starts one more engine, in the background, unless there are enough. @return whether one is starting */
    private boolean grow(ItemCode code, int wanted) {
        Member added;
        synchronized (members) {
            if (members.stream().anyMatch(member -> !member.usable())) {
                return true;
            }
            if (closed || members.size() >= Math.min(wanted, most)) {
                return false;
            }
            added = new Member(maker.get(), false);
            members.add(added);
        }
        added.engine.onState(state -> follow(added, state));
        added.engine.prepare(code);
        return true;
    }

    /** Lets a further engine take part once it is ready, and drops one that cannot start. */
    private void follow(Member member, EngineState state) {
        if (state instanceof EngineState.Ready && !member.usable()) {
            member.usable = true;
        } else if (state instanceof EngineState.Broken && !member.usable()) {
            synchronized (members) {
                members.remove(member);
            }
            member.engine.close();
        } else {
            return;
        }
        // Not on this thread, which is the engine's own and may hold its lock.
        Thread.ofVirtual().start(this::startParked);
    }

    /** When a call began. Compared by identity. */
    private static final class Ticket {
        private final long since = System.nanoTime();
    }

    /** An engine and the calls it is carrying out. */
    private static final class Member {
        private final FunctionEngine engine;
        private final List<Ticket> tickets = new ArrayList<>();
        private volatile boolean usable;

        /** @param usable takes calls from the start; otherwise once it has been ready */
        Member(FunctionEngine engine, boolean usable) {
            this.engine = engine;
            this.usable = usable;
        }

        boolean usable() {
            return usable;
        }

        synchronized int calls() {
            return tickets.size();
        }

        synchronized boolean heldUp(long now) {
            return tickets.stream().anyMatch(ticket -> now - ticket.since > PATIENCE.toNanos());
        }

        synchronized Ticket begin() {
            Ticket ticket = new Ticket();
            tickets.add(ticket);
            return ticket;
        }

        synchronized void end(Ticket ticket) {
            tickets.remove(ticket);
        }
    }
}
