package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients have the public names, parameters, defaults and options that the real packages document. */
@Timeout(60)
class SdkSurfaceTest {

    private static final String FUNCTIONS = """
            import importlib, inspect

            def shown(parameters):
                kept = [p for p in parameters if p.name != "self" and p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
                return [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in kept]

            @udf.function()
            def differences(module: str, lines: list) -> list:
                found = []
                package = importlib.import_module(module)
                for line in lines:
                    head, _, options = line.partition(" | ")
                    name, _, parameters = head.partition("(")
                    cls, _, method = name.partition(".")
                    member = getattr(getattr(package, cls, None), method, None)
                    if member is None:
                        found.append(name + " is missing")
                        continue
                    wanted = [p for p in parameters[:-1].split(", ") if p and p != "*"]
                    given = shown(inspect.signature(member).parameters.values())
                    if given[: len(wanted)] != wanted or any("=" not in extra for extra in given[len(wanted):]):
                        found.append(f"{name} has {given} instead of {wanted}")
                    known = getattr(member, "options", ())
                    conditions = "if_modified_since if_unmodified_since etag match_condition"
                    missing = [o for o in options.replace("~", conditions).split() if o not in known
                               and not any(g.split("=")[0] == o for g in given)]
                    takes_any = any(p.kind == p.VAR_KEYWORD for p in inspect.signature(member).parameters.values())
                    if missing and not (takes_any and not hasattr(member, "options")):
                        found.append(f"{name} does not take {missing}")
                return found
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "filedatalake.txt,azure.storage.filedatalake",
        "filedatalake.txt,azure.storage.filedatalake.aio",
        "cosmos.txt,azure.cosmos",
        "cosmos-aio.txt,azure.cosmos.aio",
        "keyvault.txt,azure.keyvault.secrets",
        "keyvault-sync.txt,azure.keyvault.secrets",
        "keyvault.txt,azure.keyvault.secrets.aio",
        "keyvault-aio.txt,azure.keyvault.secrets.aio",
        "identity.txt,azure.identity",
        "identity.txt,azure.identity.aio",
        "fabric.txt,fabric.functions",
    })
    void isThatOfThePackage(String list, String module) throws IOException {
        try (WorkerChild child = WorkerChild.with(folder, FUNCTIONS)) {
            JsonNode lines = WorkerChild.json(WorkerChild.message("x")
                    .put("module", module)
                    .set("lines", WorkerChild.json(asJson(lines(list))))
                    .toString());

            Exchange answer = child.call("differences", lines.toString());

            assertThat(answer.status()).as(answer.last().toString()).isEqualTo("Succeeded");
            assertThat(answer.output()).isEqualTo("[]");
        }
    }

    /** What a function app imports must be there, or all of it fails to load. */
    @Test
    void theStoragePackageHasAllNamesOfThePublishedOne() throws IOException {
        try (WorkerChild child = WorkerChild.with(folder, """
                from azure.storage.filedatalake import (
                    AccountSasPermissions, ContentSettings, DataLakeDirectoryClient, DataLakeFileClient, DataLakeLeaseClient,
                    DataLakeServiceClient, DirectoryProperties, DirectorySasPermissions, ExponentialRetry, FileSasPermissions,
                    FileSystemClient, FileSystemProperties, FileSystemPropertiesPaged, FileSystemSasPermissions, LeaseProperties,
                    LinearRetry, LocationMode, PathProperties, PathPropertiesPaged, PublicAccess, ResourceTypes,
                    StorageErrorCode, UserDelegationKey, VERSION, generate_account_sas, generate_directory_sas,
                    generate_file_sas, generate_file_system_sas)
                from azure.storage.filedatalake.aio import DataLakeLeaseClient as _, ExponentialRetry as _, LinearRetry as _
                from azure.core.exceptions import ODataV4Error, ODataV4Format, map_error
                from azure.cosmos.aio import ScriptsProxy, UserProxy

                @udf.function()
                def used() -> list:
                    try:
                        DataLakeLeaseClient(None).acquire()
                    except Exception as error:
                        refused = error.error_code
                    return [str(FileSasPermissions(read=True, list=True)), refused, PublicAccess.File == "blob",
                            StorageErrorCode.PATH_NOT_FOUND == "PathNotFound"]
                """)) {
            assertThat(child.call("used", "{}").output()).isEqualTo("[\"rl\", \"UnsupportedHeader\", true, true]");
        }
    }

    /** Contract, sections 1.1 to 1.4. */
    @Test
    void theProgrammingModelHasTheSdksNamesCodesAndWords() throws IOException {
        try (WorkerChild child = WorkerChild.with(folder, """
                import inspect
                import fabric.functions as everything
                from fabric.internal import FabricLakehouseFilesClient

                @udf.function()
                def names() -> list:
                    return sorted(everything.__all__)

                @udf.function()
                def errors() -> dict:
                    made = [
                        everything.UserDataFunctionError("Own", "m"),
                        everything.UserDataFunctionInternalError(),
                        everything.UserDataFunctionInvalidInputError(),
                        everything.UserDataFunctionMissingInputError(),
                        everything.UserDataFunctionResponseTooLargeError(30),
                        everything.UserDataFunctionTimeoutError(200),
                        everything.UserThrownError(properties={"a": 1}),
                    ]
                    assert all(isinstance(error, everything.UserDataFunctionError) for error in made)
                    return {type(error).__name__: [error.error_code, error.message, error.properties] for error in made}

                @udf.function()
                def rules() -> list:
                    found = []
                    try:
                        udf.connection(argName="a")
                    except ValueError as error:
                        found.append(str(error))
                    assert issubclass(everything.FabricApp, everything.UserDataFunctions)
                    assert issubclass(everything.FabricLakehouseClient, everything.FabricItem)
                    assert FabricLakehouseFilesClient is everything.FabricLakehouseFilesClient
                    item = everything.FabricItem("a", {"x": {"AccessToken": "t"}})
                    assert (item.alias_name, item.endpoints["x"]["AccessToken"]) == ("a", "t")
                    assert item.get_access_token().get_token().token == "t"
                    for client, call in ((everything.FabricSqlConnection, "connect"),
                                         (everything.FabricLakehouseClient, "connectToFiles"),
                                         (everything.FabricVariablesClient, "getVariables")):
                        try:
                            getattr(client("a", {}), call)()
                        except everything.UserDataFunctionInternalError as error:
                            found.append(error.message)
                    return found
                """)) {
            assertThat(child.call("names", "{}").output())
                    .isEqualTo(WorkerChild.json("""
                    ["FabricBusinessEventsClient", "FabricItem", "FabricLakehouseClient", "FabricSqlConnection",
                     "FabricVariablesClient", "GenericAudienceTypes", "StreamResponse", "UserDataFunctionContext",
                     "UserDataFunctionError", "UserDataFunctionInternalError", "UserDataFunctionInvalidInputError",
                     "UserDataFunctionMissingInputError", "UserDataFunctionResponseTooLargeError",
                     "UserDataFunctionTimeoutError", "UserDataFunctions", "UserThrownError"]
                    """).toString().replace(",", ", "));
            assertThat(WorkerChild.json(child.call("errors", "{}").output())).isEqualTo(WorkerChild.json("""
                    {"UserDataFunctionError": ["Own", "m", {}],
                     "UserDataFunctionInternalError":
                        ["InternalError", "An internal execution error occured during function execution", {}],
                     "UserDataFunctionInvalidInputError": ["InvalidInput", "Something went wrong when parsing an input to \
                    this function. This could be because the provided data couldn't be constructed as the data type \
                    provided, or the provided data isn't valid JSON.", {}],
                     "UserDataFunctionMissingInputError": ["MissingInput", "Parameter does not exist in binding data", {}],
                     "UserDataFunctionResponseTooLargeError":
                        ["ResponseTooLarge", "Function's response size is larger than the 30 megabyte limit.", {}],
                     "UserDataFunctionTimeoutError": ["Timeout", "Function hit a timeout limit after 200 seconds but may \
                    still be running. Please check the logs for more information.", {}],
                     "UserThrownError": ["UserThrown", "User Exception Thrown", {"a": 1}]}
                    """));
            assertThat(child.call("rules", "{}").output())
                    .isEqualTo("[\"Either alias or audienceType must be provided.\", \"sqlendpoint is not set\","
                            + " \"fileendpoint is not set\", \"vlendpoint is not set\"]");
        }
    }

    private static List<String> lines(String list) {
        try (InputStream stream = SdkSurfaceTest.class.getResourceAsStream("/surface/" + list)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asJson(List<String> lines) {
        List<String> quoted = new ArrayList<>();
        lines.forEach(line -> quoted.add('"' + line.replace("\"", "\\\"") + '"'));
        return quoted.toString();
    }
}
