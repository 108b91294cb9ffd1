package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of parameters whose types the service refuses. */
class NotBoundTest {

    private static final Map<String, Class<? extends FieldFormat>> ENTRIES = Map.of(
            "text", FieldFormat.Text.class,
            "whole", WholeNumber.class,
            "decimal", DecimalNumber.class,
            "switch", FieldFormat.TrueFalse.class,
            "moment", IsoDateTime.class,
            "json", JsonText.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date;text;2026-03-29;\"2026-03-29\"",
                "d;text;2026-03-29;\"2026-03-29\"",
                "datetime.date;text;2026-03-29;\"2026-03-29\"",
                "Optional[int];whole;7;7",
                "typing.Optional[float];decimal;2.5;2.5",
                "str | None;text;Ada;\"Ada\"",
                "None | bool;switch;true;true",
                "Union[int, None];whole;7;7",
                "datetime.datetime | None;moment;2026-03-29;\"2026-03-29\"",
                "int | str;json;7;7",
                "Optional[list[int]];json;[1];[1]",
                "Decimal;text;1.50;\"1.50\"",
                "Order;json;{\"a\": 1};{\"a\": 1}"
            })
    void theyAreEnteredAsWhatTheyMeanAndTheRefusalIsNamed(String type, String entry, String typed, String json) {
        FieldViewModel field = new FieldViewModel(parameter(type), "");
        assertThat(field.format()).isInstanceOf(NotBound.class);
        assertThat(field.format().entry()).isInstanceOf(ENTRIES.get(entry));
        field.textProperty().set(typed);
        assertThat(field.reading().get()).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.json()).isEqualTo(json);
            assertThat(refused.message()).contains("cannot pass values of this type");
        });
        assertThat(field.refused()).isTrue();
    }

    private static Parameter parameter(String type) {
        FunctionSignature function =
                SourceParser.outline("""
                        import datetime
                        import typing
                        from datetime import date, date as d
                        from decimal import Decimal
                        from typing import Optional, Union
                        import fabric.functions as fn
                        udf = fn.UserDataFunctions()

                        @udf.function()
                        def one(value: %s) -> str:
                            return ""
                        """.formatted(type)).functions().getFirst();
        return function.parameters().getFirst();
    }
}
