"""The clients a connection gives a function, and the rule which of them it gets. Contract: section 1.3."""

from fabric.functions.clients.item import FabricItem, GenericAudienceTypes
from fabric.functions.clients.lakehouse import FabricLakehouseClient, FabricLakehouseFilesClient
from fabric.functions.clients.sql import FabricSqlConnection
from fabric.functions.clients.variables import FabricVariablesClient
from fabric.functions.clients.events import FabricBusinessEventsClient


def client_for(function, binding):
    """The object injected for a binding.

    The endpoints decide, not the annotation, unless a provider is registered for the annotated class.
    """
    name = binding["argName"]
    endpoints = {key.lower(): value for key, value in (binding.get("endpoints") or {}).items()}
    item = _client_class(endpoints)(binding.get("alias") or name, endpoints)
    declared = function.bindings.get(name)
    annotation = next((p.annotation for p in function.parameters if p.name == name), None)
    provider = _provider(function.providers, annotation)
    return item if provider is None or declared is None else provider(item, **declared["options"])


def _provider(providers, annotation):
    try:
        return providers.get(annotation)
    except TypeError:  # an annotation that cannot be hashed names no class
        return None


def _client_class(endpoints):
    if "sqlendpoint" in endpoints:
        return FabricLakehouseClient if "fileendpoint" in endpoints else FabricSqlConnection
    if "fileendpoint" in endpoints:
        return FabricLakehouseFilesClient
    if "vlendpoint" in endpoints:
        return FabricVariablesClient
    return FabricBusinessEventsClient if "eventendpoint" in endpoints else FabricItem
