package dev.bobbin.emulator.invoke;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An engine of a pool, whether it takes calls, and those it is carrying out. */
final class PoolMember {

    private final FunctionEngine engine;
    private final List<Ticket> tickets = new ArrayList<>();
    private boolean usable;
    private boolean ready;
    private boolean hasBeenReady;

    /** A call. Compared by identity. */
    static final class Ticket {
        private boolean running;
        private long since;

        private void run() {
            if (!running) {
                running = true;
                since = System.nanoTime();
            }
        }
    }

    /** @param usable takes calls from the start; otherwise once it has been ready */
    PoolMember(FunctionEngine engine, boolean usable) {
        this.engine = engine;
        this.usable = usable;
    }

    FunctionEngine engine() {
        return engine;
    }

    /** Whether calls had better go to it than wait; not so while its interpreter is being replaced. */
    synchronized boolean usable() {
        return usable;
    }

    synchronized int calls() {
        return tickets.size();
    }

    synchronized boolean carriesOut(Ticket ticket) {
        return tickets.contains(ticket);
    }

    /** Whether a call has been running for longer than that; the start of the interpreter does not count. */
    synchronized boolean heldUp(Duration patience) {
        long now = System.nanoTime();
        return tickets.stream().anyMatch(ticket -> ticket.running && now - ticket.since > patience.toNanos());
    }

    synchronized Ticket begin() {
        Ticket ticket = new Ticket();
        if (ready) {
            ticket.run();
        }
        tickets.add(ticket);
        return ticket;
    }

    synchronized void end(Ticket ticket) {
        tickets.remove(ticket);
    }

    /** Takes over what the engine tells of its state. */
    synchronized void follow(EngineState state) {
        ready = state instanceof EngineState.Ready;
        hasBeenReady |= ready;
        if (ready) {
            tickets.forEach(Ticket::run);
        }
        if (hasBeenReady) {
            // One that cannot start again is for the next call to try, and to tell why.
            usable = !(state instanceof EngineState.WarmingUp warming && warming.starting());
        }
    }
}
