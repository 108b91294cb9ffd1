"""Connections to business events. Contract: section 1.3."""

import logging

from fabric.functions.clients.item import FabricItem


class FabricBusinessEventsClient(FabricItem):
    """Publishes business events: the host captures them, and nobody receives them."""

    def PublishEvent(self, type, event_data, data_version="v1"):
        """Publishes one event, or one for each element of a list.

        Raises HttpResponseError (400) when the schema set has schemas and an event does not match its own; then none of
        the list is published.
        """
        from azure.core._service import Service

        data = event_data if isinstance(event_data, list) else [event_data]
        service = Service("events", self._endpoint("eventendpoint"))
        for event_id in service.call("publish", type=type, version=data_version, data=data):
            logging.info("Published business event with eventId: %s", event_id)

    def close(self):
        """Nothing is held open."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
