package dev.bobbin.emulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> NAMES = List.of("Sales", "Sales2024", "RetailWarehouse", "Db", "Db2", "Lager");

    @ParameterizedTest
    @CsvSource({
        "' Sales', Sales",
        "sales, Sales",
        "retail_warehouse, RetailWarehouse",
        "Slaes, Sales",
        "Sale, Sales",
        "Saless, Sales",
        "RetailWarhose, RetailWarehouse",
        "Sales2025, Sales2024",
        "Lagre, Lager",
        "Dc, ''",
        "Stores, ''",
        "'', ''",
        "'--', ''"
    })
    void theNameThatIsMeant(String written, String meant) {
        assertThat(Spelling.meant(written, NAMES).orElse("")).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"Store3", "Stores"})
    void ofSeveralAsLikelyNoneIsMeant(String written) {
        assertThat(Spelling.meant(written, List.of("Store1", "Store2"))).isEmpty();
    }
}
