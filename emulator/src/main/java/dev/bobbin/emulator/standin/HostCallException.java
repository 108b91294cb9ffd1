package dev.bobbin.emulator.standin;

import java.util.List;

/**
 * A stand-in refuses a call; the Python side raises it as the documented class.
 *
 * @see HostService
 */
public final class HostCallException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pythonClass;
    private final List<String> arguments;

    /**
     * @param pythonClass dotted name of the Python exception, such as {@code pyodbc.ProgrammingError}
     * @param arguments its {@code args}
     */
    public HostCallException(String pythonClass, List<String> arguments) {
        super(pythonClass + arguments);
        this.pythonClass = pythonClass;
        this.arguments = List.copyOf(arguments);
    }

    public String pythonClass() {
        return pythonClass;
    }

    public List<String> arguments() {
        return arguments;
    }
}
