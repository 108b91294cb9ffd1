package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of a connection's data. */
class ConnectedDataTest {

    @Test
    void onlyOfDataThatARunMakesItIsSaidThatARunMakesIt() {
        StandIn variables = new StandIn.Variables("Vars", Path.of("Vars.variables.json"));
        StandIn shop = new StandIn.Sql("Shop", SqlKind.WAREHOUSE, Path.of("Shop.warehouse"));

        assertThat(ConnectedData.whereabouts(variables, false))
                .contains("Vars.variables.json", "no variables")
                .doesNotContain("makes");
        StandIn vault = new StandIn.Secrets("kv", Path.of("kv.secrets.json"));
        assertThat(ConnectedData.whereabouts(vault, false))
                .contains("kv.secrets.json", "no secret")
                .doesNotContain("makes");
        assertThat(ConnectedData.whereabouts(shop, false)).contains("Shop.warehouse", "makes an empty one");
        assertThat(ConnectedData.whereabouts(variables, true))
                .contains("Vars.variables.json")
                .doesNotContain("no variables");
    }
}
