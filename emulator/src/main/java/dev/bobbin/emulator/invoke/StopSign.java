package dev.bobbin.emulator.invoke;

import java.util.HashSet;
import java.util.Set;

/** Ends a series of invocations when somebody asks for it: those under way at once, and those to come before they begin. */
public final class StopSign {

    private final Set<Invocation> underWay = new HashSet<>();
    private boolean raised;

    /** Asks for the end. Never blocks. */
    public synchronized void raise() {
        raised = true;
        underWay.forEach(Invocation::stop);
    }

    /** Whether the end was asked for. */
    public synchronized boolean raised() {
        return raised;
    }

    /** Waits for an invocation, which is stopped when the sign is raised. */
    public InvocationResult await(Invocation invocation) {
        synchronized (this) {
            underWay.add(invocation);
            if (raised) {
                invocation.stop();
            }
        }
        try {
            return invocation.result().join();
        } finally {
            synchronized (this) {
                underWay.remove(invocation);
            }
        }
    }
}
