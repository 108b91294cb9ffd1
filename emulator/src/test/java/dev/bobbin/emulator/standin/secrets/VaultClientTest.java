package dev.bobbin.emulator.standin.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.standin.RealRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function's view of a vault and of the credentials of azure.identity, sync and async. */
@Timeout(300)
class VaultClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE = """
            import azure.identity
            import azure.identity.aio
            from azure.cosmos import CosmosClient
            from azure.keyvault.secrets import ApiVersion, SecretClient
            from azure.keyvault.secrets.aio import SecretClient as AsyncSecretClient

            SCOPE = "https://vault.azure.net/.default"

            def attempt(work):
                try:
                    return work()
                except Exception as error:
                    return f"{type(error).__name__} {getattr(error, 'status_code', '')} {getattr(error, 'error_code', '')}".strip()

            def answered(client):
                try:
                    client.get_secret("missing")
                except azure.core.exceptions.ResourceNotFoundError as error:
                    return [error.error.code, error.reason, error.response.status_code,
                            error.response.headers["Content-Type"]]

            @udf.generic_connection(argName="one", audienceType="KeyVault")
            @udf.generic_connection(argName="other", audienceType="KeyVault")
            @udf.function()
            def ambiguous(one: fn.FabricItem, other: fn.FabricItem) -> list:
                credential = azure.identity.DefaultAzureCredential()
                return [attempt(lambda: SecretClient("https://x", credential)),
                        attempt(lambda: CosmosClient("https://x", credential))]

            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.function()
            def secrets(vault: fn.FabricItem) -> dict:
                client = SecretClient("https://x.vault.azure.net", vault.get_access_token(), api_version=ApiVersion.V7_4)
                first = client.set_secret("Api-Key", "one")
                client.set_secret("API-KEY", "two")
                for number in range(30):
                    client.set_secret(f"s{number:02}", "x")
                listed = next(iter(client.list_properties_of_secrets()))
                return {
                    "any case": client.get_secret("api-key").value,
                    "versions": len(list(client.list_properties_of_secret_versions("api-KEY"))),
                    "old": client.get_secret("aPi-key", first.properties.version).value,
                    "listed": [listed.name, listed.version, listed.id],
                    "pages": [len(list(page)) for page in client.list_properties_of_secrets().by_page()],
                    "small pages": [len(list(page)) for page in
                                    client.list_properties_of_secrets(max_page_size=20).by_page()],
                    "too large": attempt(lambda: list(client.list_properties_of_secrets(max_page_size=26))),
                    "none": attempt(lambda: client.set_secret("nothing", None)),
                    "number": attempt(lambda: client.set_secret("number", 5)),
                    "no name": [attempt(lambda: client.set_secret(None, "x")), attempt(lambda: client.get_secret(None))],
                    "credential": SecretClient("https://x", azure.identity.DefaultAzureCredential()).get_secret("s01").value,
                    "answer": answered(client),
                    "request": attempt(lambda: client.send_request(None)),
                    "tags": attempt(lambda: client.set_secret("tags", "x", tags={str(n): "" for n in range(16)})),
                }

            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.function()
            async def awaited(vault: fn.FabricItem) -> dict:
                async with AsyncSecretClient("https://x.vault.azure.net", vault.get_access_token()) as client:
                    await client.set_secret("a", "one")
                    pages = client.list_properties_of_secrets(max_page_size=1).by_page()
                    found = {"names": [entry.name async for page in pages async for entry in page]}
                needs = {"ClientSecretCredential": ("t", "c", "s"), "CertificateCredential": ("t", "c", "p"),
                         "ClientAssertionCredential": ("t", "c", str), "OnBehalfOfCredential": ("t", "c"),
                         "AuthorizationCodeCredential": ("t", "c", "a", "r"),
                         "ChainedTokenCredential": (azure.identity.aio.DefaultAzureCredential(),)}
                pipelines = dict(tenant_id="t", client_id="c", service_connection_id="s", system_access_token="a")
                tokens = set()
                for name in azure.identity.aio.__all__:
                    if name.endswith("Credential"):
                        options = pipelines if name == "AzurePipelinesCredential" else {}
                        async with getattr(azure.identity.aio, name)(*needs.get(name, ()), **options) as credential:
                            tokens.add((await credential.get_token(SCOPE)).token)
                provider = azure.identity.aio.get_bearer_token_provider(azure.identity.aio.DefaultAzureCredential(), SCOPE)
                tokens.add(await provider())
                return found | {"tokens": list(tokens)}

            @udf.function()
            def credentials() -> list:
                return [
                    azure.identity.DefaultAzureCredential().get_token(SCOPE).token,
                    azure.identity.get_bearer_token_provider(azure.identity.DefaultAzureCredential(), SCOPE)(),
                    attempt(lambda: azure.identity.DefaultAzureCredential().get_token()),
                    attempt(lambda: azure.identity.ClientSecretCredential()),
                    attempt(lambda: azure.identity.ClientSecretCredential("t", "c", "")),
                    attempt(lambda: azure.identity.ChainedTokenCredential()),
                    azure.identity.AuthenticationRecord.deserialize(
                        azure.identity.AuthenticationRecord("t", "c", "a", "h", "u").serialize()).username,
                    [name for name in azure.identity.__all__ if not hasattr(azure.identity, name)],
                ]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void followsTheServicesRules(String engine, @TempDir Path folder) throws IOException {
        try (RealRuns runs = new RealRuns(engine, folder, SOURCE)) {
            assertThat(JSON.readTree(runs.output("awaited", "{}", Circumstances.USUAL)))
                    .isEqualTo(JSON.readTree("""
                    {"names": ["a"], "tokens": ["local-token"]}"""));
            assertThat(JSON.readTree(runs.output("secrets", "{}", Circumstances.USUAL)))
                    .isEqualTo(JSON.readTree("""
                    {"any case": "two", "versions": 2, "old": "one",
                     "listed": ["a", null, "https://x.vault.azure.net/secrets/a"],
                     "pages": [25, 7], "small pages": [20, 12],
                     "too large": "HttpResponseError 400 BadParameter", "none": "HttpResponseError 400 BadParameter",
                     "no name": ["ValueError", "ValueError"], "credential": "x",
                     "answer": ["SecretNotFound", "Not Found", 404, "application/json"], "request": "NotImplementedError",
                     "number": "HttpResponseError 400 BadParameter", "tags": "HttpResponseError 400 BadParameter"}"""));
            assertThat(JSON.readTree(runs.output("ambiguous", "{}", Circumstances.USUAL)))
                    .isEqualTo(JSON.readTree("""
                    ["NotImplementedError", "NotImplementedError"]"""));
            assertThat(JSON.readTree(runs.output("credentials", "{}", Circumstances.USUAL)))
                    .isEqualTo(JSON.readTree("""
                    ["local-token", "local-token", "ValueError", "TypeError", "ValueError", "ValueError", "u", []]"""));
        }
    }
}
