package dev.bobbin.app.data.values;

import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Variables of libraries and secrets of key vaults. Every method may take long: call it in the background. Messages of
 * errors are in plain words.
 */
public interface NamedValues {

    /**
     * A variable.
     *
     * @param value as JSON text in the value set that is shown
     * @param own whether that value set has a value of its own for it
     */
    record Variable(String name, String type, String value, boolean own, String note) {}

    /**
     * A library.
     *
     * @param valueSets names, without that of the default values
     * @param active the value set that runs see; empty for the default values
     */
    record Library(List<String> valueSets, Optional<String> active, List<Variable> variables) {}

    /** @param valueSet whose values; empty for the default ones @throws IOException when it cannot be read */
    Library library(StandIn.Variables library, Optional<String> valueSet) throws IOException;

    /** Makes a value set the one that runs see. @throws IOException when it cannot be written */
    void activate(StandIn.Variables library, Optional<String> valueSet) throws IOException;

    /**
     * Gives a variable a value, making it when it is not there.
     *
     * @param value as JSON; text that is none is taken as a text
     * @return the name under which it can be taken back
     * @throws IOException when the value is none of the variable's type, or cannot be written
     */
    String setVariable(StandIn.Variables library, Optional<String> valueSet, String name, String value)
            throws IOException;

    /** Removes a variable, or a value set's own value of it. @return see above @throws IOException when it cannot be written */
    String removeVariable(StandIn.Variables library, Optional<String> valueSet, String name) throws IOException;

    /** A secret, without its value. @param deleted whether it can only be recovered or purged */
    record Secret(String name, boolean enabled, boolean deleted) {}

    /** @throws IOException when the vault cannot be read */
    List<Secret> secrets(StandIn.Secrets vault) throws IOException;

    /** The value of a secret. @throws IOException when there is none to see */
    String reveal(StandIn.Secrets vault, String name) throws IOException;

    /** Gives a secret a new version, making it when it is not there. @return see above @throws IOException when the vault refuses */
    String setSecret(StandIn.Secrets vault, String name, String value) throws IOException;

    /** Deletes a secret; it can be recovered. @return see above @throws IOException when the vault refuses */
    String deleteSecret(StandIn.Secrets vault, String name) throws IOException;

    /** Brings a deleted secret back. @return see above @throws IOException when the vault refuses */
    String recoverSecret(StandIn.Secrets vault, String name) throws IOException;
}
