package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.util.List;

/** A service behind an Azure client refuses a call: the shim raises the client's error class for the status. */
public final class ServiceRefusal extends Exception {

    /** What the shim turns into an error of the client: its arguments are status, with Cosmos DB the sub-status, code and message. */
    public static final String PYTHON_CLASS = "azure.core._service.Refusal";

    private static final long serialVersionUID = 1L;
    private static final int LOCAL_FAILURE = 500;

    private final int status;
    private final String code;

    /**
     * @param status of HTTP, which decides the class: 404 ResourceNotFoundError, 409 ResourceExistsError, …
     * @param code the service's own, such as {@code SecretNotFound}
     * @param message the service's words
     */
    public ServiceRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** What a client sees when the local file behind it cannot be read or written, say because the disk is full. */
    public static ServiceRefusal ofLocalFile(IOException failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new ServiceRefusal(LOCAL_FAILURE, "InternalServerError", "The local stand-in cannot be used: " + text);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** In the form in which it travels to the shim. */
    public HostCallException toHostCall() {
        return new HostCallException(PYTHON_CLASS, List.of(String.valueOf(status), code, String.valueOf(getMessage())));
    }
}
