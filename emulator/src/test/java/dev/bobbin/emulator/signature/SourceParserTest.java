package dev.bobbin.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceParserTest {

    private static final String HEAD = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            """;

    private static SourceOutline outline(String functions) {
        return SourceParser.outline(HEAD + functions);
    }

    private static FunctionSignature only(String functions) {
        SourceOutline outline = outline(functions);
        assertThat(outline.findings()).isEmpty();
        assertThat(outline.functions()).hasSize(1);
        return outline.functions().getFirst();
    }

    @Test
    void tellsNameParametersDefaultsReturnTypeDocstringAndLines() {
        FunctionSignature function = only("""
                @udf.function()
                def price(amount: float, label: str = "net", *, factor=2) -> dict[str, float]:
                    '''Works out a price.

                        Args:
                            amount: in euro
                    '''
                    return {label: amount * factor}
                """);

        assertThat(function.name()).isEqualTo("price");
        assertThat(function.returnText()).isEqualTo("dict[str, float]");
        assertThat(function.description()).isEqualTo("Works out a price.\n\nArgs:\n    amount: in euro");
        assertThat(function.parameters())
                .containsExactly(
                        new Parameter("amount", new ParamType.Float(), "float", null, 6, 11),
                        new Parameter("label", new ParamType.Str(), "str", "\"net\"", 6, 26),
                        new Parameter("factor", new ParamType.Missing(), "", "2", 6, 49));
        assertThat(function.line()).isEqualTo(6);
        assertThat(function.endLine()).isEqualTo(12);
        assertThat(function.async()).isFalse();
        assertThat(function.streaming()).isFalse();
    }

    @Test
    void leavesOutHelpersAndFunctionsInsideFunctions() {
        SourceOutline outline = outline("""
                def helper(x): return x

                @udf.function()
                def outer() -> str:
                    @udf.function()
                    def inner() -> str:
                        return ""
                    return ""
                """);

        assertThat(outline.functions()).extracting(FunctionSignature::name).containsExactly("outer");
    }

    @Test
    void findsFunctionsInBranches() {
        SourceOutline outline = outline("""
                try:
                    import pandas as pd

                    @udf.function()
                    def withPandas(frame: pd.DataFrame) -> list:
                        return []
                except ImportError:
                    @udf.function()
                    def withoutPandas(rows: list) -> list:
                        return rows
                if True:
                    pass
                elif False:
                    @udf.function()
                    def branch() -> str:
                        return ""
                """);

        assertThat(outline.functions())
                .extracting(FunctionSignature::name)
                .containsExactly("withPandas", "withoutPandas", "branch");
        assertThat(outline.functions().getFirst().parameters().getFirst().type())
                .isEqualTo(new ParamType.DataFrame());
    }

    @Test
    void tellsAsyncAndStreaming() {
        SourceOutline outline = outline("""
                @udf.function()
                async def waits() -> str:
                    return ""

                @udf.streaming_function()
                def streams() -> fn.StreamResponse:
                    return fn.StreamResponse([])
                """);

        assertThat(outline.functions().get(0).async()).isTrue();
        assertThat(outline.functions().get(1).streaming()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@udf.connection(alias='Sales', argName='db')",
                "@udf.connection(argName=\"db\", alias=\"Sales\")",
                "@udf.connection('Sales', 'db')",
                "@udf.connection('Sales', argName='db')",
                "@udf.connection(\"Sa\" \"les\", 'db')",
                "@udf.connection(ALIAS, 'db')",
                "@udf.alias_connection('Sales', 'db')",
                "@udf.fabric_item_input('db', 'Sales')",
                "@udf.fabric_item_input(argName='db', alias='Sales')"
            })
    void readsEveryFormOfAConnection(String decorator) {
        FunctionSignature function = only("ALIAS = 'Sales'\n" + decorator.replace("|", "") + "\n"
                + "@udf.function()\ndef f(db: fn.FabricSqlConnection, top: int) -> list:\n    return []\n");

        assertThat(function.bindings())
                .containsExactly(
                        new Binding.Connection("db", "Sales", "FabricSqlConnection", "fn.FabricSqlConnection", 6));
        assertThat(function.parameters()).extracting(Parameter::name).containsExactly("top");
        assertThat(function.hostParameters()).extracting(Parameter::name).containsExactly("db");
    }

    @Test
    void takesTheAliasAsNameOfTheArgument() {
        FunctionSignature function = only("""
                @udf.connection("demo")
                @udf.function()
                def f(demo: fn.FabricLakehouseClient) -> str:
                    return ""
                """);

        assertThat(function.bindings())
                .containsExactly(
                        new Binding.Connection("demo", "demo", "FabricLakehouseClient", "fn.FabricLakehouseClient", 5));
    }

    @Test
    void readsGenericConnections() {
        FunctionSignature function = only("""
                @udf.generic_connection(argName="vault", audienceType="KeyVault")
                @udf.connection(argName="cosmos", audienceType="CosmosDB", cosmos_endpoint="https://x")
                @udf.generic_connection("kusto", audienceType="Kusto")
                @udf.function()
                def f(vault: fn.FabricItem, cosmos: CosmosClient, kusto) -> str:
                    return ""
                """);

        assertThat(function.bindings())
                .containsExactly(
                        new Binding.Generic("vault", null, "KeyVault", "fn.FabricItem", Map.of(), 5),
                        new Binding.Generic(
                                "cosmos", null, "CosmosDB", "CosmosClient", Map.of("cosmos_endpoint", "https://x"), 6),
                        new Binding.Generic("kusto", null, "Kusto", "", Map.of(), 7));
        assertThat(function.parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@udf.context(argName='ctx')",
                "@udf.context('ctx')",
                "@udf.user_data_function_context_input(argName='ctx')"
            })
    void readsTheContext(String decorator) {
        FunctionSignature function = only(decorator
                + "\n@udf.function()\ndef f(a: str, ctx: fn.UserDataFunctionContext) -> str:\n    return a\n");

        assertThat(function.bindings()).containsExactly(new Binding.Context("ctx", "fn.UserDataFunctionContext", 5));
        assertThat(function.parameters()).extracting(Parameter::name).containsExactly("a");
    }

    @Test
    void leavesReservedNamesAndCatchAllsToTheHost() {
        FunctionSignature function = only("""
                @udf.function()
                def f(req: str, a: int, context, reqInvocationId, *rest: int, **more) -> int:
                    return a
                """);

        assertThat(function.parameters()).extracting(Parameter::name).containsExactly("a");
        assertThat(function.hostParameters())
                .extracting(Parameter::name)
                .containsExactly("req", "context", "reqInvocationId");
    }

    @Test
    void keepsABindingThatNamesNoParameter() {
        FunctionSignature function = only(
                "@udf.connection('A', 'other')\n@udf.function()\ndef f(db: fn.FabricSqlConnection) -> str:\n    return ''\n");

        assertThat(function.bindings()).containsExactly(new Binding.Connection("other", "A", "", "", 5));
        assertThat(function.hostParameters()).isEmpty();
        assertThat(function.parameters().getFirst().type())
                .isEqualTo(new ParamType.Unsupported("fabric.functions.FabricSqlConnection"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import fabric.functions as anything\nu = anything.UserDataFunctions()\n#anything.FabricSqlConnection",
                "import fabric.functions\nu = fabric.functions.UserDataFunctions()\n#fabric.functions.FabricSqlConnection",
                "from fabric import functions as f\nu = f.UserDataFunctions()\n#f.FabricSqlConnection",
                "from fabric.functions import UserDataFunctions, FabricSqlConnection as Sql\nu = UserDataFunctions()\n#Sql",
                "from fabric.functions import *\nu = UserDataFunctions()\n#FabricSqlConnection",
                "import fabric.functions as fn\nu = fn.FabricApp()\n#fn.FabricSqlConnection"
            })
    void followsImportAliases(String header) {
        String annotation = header.substring(header.indexOf('#') + 1);
        SourceOutline outline = SourceParser.outline(header + "\n@u.connection('S', 'db')\n@u.function('n')\ndef f(db: "
                + annotation + ") -> str:\n    return ''\n");

        assertThat(outline.apps())
                .extracting(SourceOutline.App::name, SourceOutline.App::line)
                .containsExactly(tuple("u", 2));
        assertThat(outline.functions()).hasSize(1);
        assertThat(outline.functions().getFirst().bindings())
                .containsExactly(new Binding.Connection("db", "S", "FabricSqlConnection", annotation, 4));
    }

    @Test
    void leavesDecoratorsOfOtherLibrariesAlone() {
        SourceOutline outline = outline("""
                import somelibrary
                from otherlibrary import thing

                @somelibrary.function()
                def a() -> str: return ""

                @thing.function()
                def b() -> str: return ""

                @function()
                def c() -> str: return ""
                """);

        assertThat(outline.functions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "str;Str[]",
                "int;Int[]",
                "float;Float[]",
                "bool;Bool[]",
                "datetime;DateTime[]",
                "datetime.datetime;DateTime[]",
                "dt;DateTime[]",
                "dtm.datetime;DateTime[]",
                "list;ListOf[element=null]",
                "list[int];ListOf[element=Int[]]",
                "typing.List[str];ListOf[element=Str[]]",
                "List[dict[str, int]];ListOf[element=Dict[value=Int[]]]",
                "t.Dict[str, list[float]];Dict[value=ListOf[element=Float[]]]",
                "dict;Dict[value=null]",
                "set[str];SetOf[element=Str[]]",
                "tuple[int, str];Tuple[]",
                "pd.DataFrame;DataFrame[]",
                "Series;Series[]",
                "'str';Str[]",
                "str | None;Unsupported[name=str | None]",
                "Optional[str];Unsupported[name=typing.Optional]",
                "Decimal;Unsupported[name=decimal.Decimal]",
                "datetime.date;Unsupported[name=datetime.date]",
                "3 + 4;Unsupported[name=3 + 4]",
                "a.b().c;Unsupported[name=a.b().c]"
            })
    void mapsAnnotationsToTypes(String annotation, String type) {
        SourceOutline outline = SourceParser.outline("""
                import datetime, typing, typing as t
                import datetime as dtm
                from datetime import datetime as dt
                from typing import List, Optional
                from decimal import Decimal
                import pandas as pd
                from pandas import Series
                @udf.function()
                def f(a: %s) -> str:
                    return ""
                """.formatted(annotation));

        Parameter parameter = outline.functions().getFirst().parameters().getFirst();
        assertThat(parameter.type().toString()).isEqualTo(type);
        assertThat(parameter.typeText()).isEqualTo(annotation);
    }

    @Test
    void namesImportedModulesWithTheirLines() {
        SourceOutline outline = SourceParser.outline("""
                from __future__ import annotations
                import os.path, numpy as np
                from azure.storage import blob
                from . import sibling
                def f():
                    from io import StringIO
                """);

        assertThat(outline.imports())
                .extracting(SourceOutline.Import::path, SourceOutline.Import::names, SourceOutline.Import::line)
                .containsExactly(
                        tuple("__future__", List.of("annotations"), 1),
                        tuple("os.path", List.of(), 2),
                        tuple("numpy", List.of(), 2),
                        tuple("azure.storage", List.of("blob"), 3),
                        tuple("io", List.of("StringIO"), 6));
    }

    @Test
    void keepsAFunctionWithoutParenthesesApart() {
        SourceOutline outline = outline("@udf.function\ndef f(a: str) -> str:\n    return a\n");

        assertThat(outline.functions()).isEmpty();
        assertThat(outline.unregistered()).hasSize(1);
        assertThat(outline.unregistered().getFirst().function().name()).isEqualTo("f");
        assertThat(outline.unregistered().getFirst().bare()).isNotNull();
    }

    @Test
    void countsColumnsInUtf16AndLinesWhateverTheLineEnds() {
        SourceOutline outline = SourceParser.outline(
                "\uFEFFx = 1\r\n@udf.function()\rdef größe(a: str = '😀é', b: int = 1) -> str:\r\n    return a\r\n");

        FunctionSignature function = outline.functions().getFirst();
        assertThat(function.name()).isEqualTo("größe");
        assertThat(function.line()).isEqualTo(3);
        assertThat(function.parameters().get(1).column()).isEqualTo(27);
    }

    @Test
    void parsesOnSeveralThreadsAtOnce() throws Exception {
        String source = HEAD + "@udf.function()\ndef f(a: str) -> str:\n    return a\n".repeat(50);
        SourceOutline expected = SourceParser.outline(source);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<SourceOutline>> outlines = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> SourceParser.outline(source)))
                    .toList();
            for (Future<SourceOutline> outline : outlines) {
                assertThat(outline.get()).isEqualTo(expected);
            }
        }
    }
}
