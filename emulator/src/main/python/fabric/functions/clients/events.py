"""Connections to business events. Contract: section 1.3."""

from fabric.functions.clients.item import FabricItem


class FabricBusinessEventsClient(FabricItem):
    """Publishes business events."""
