package dev.bobbin.emulator.standin;

/** How true a stand-in's answer is to the service's. */
public sealed interface Fidelity {

    /** The service would have answered the same, as far as Bobbin knows. */
    record Same() implements Fidelity {}

    /** The service may have answered differently. @param reason in plain words */
    record Approximated(String reason) implements Fidelity {}

    /** The stand-in cannot do this and said so. @param reason in plain words */
    record Refused(String reason) implements Fidelity {}

    /** @see Same */
    Fidelity SAME = new Same();
}
