"""Connections to business events. Contract: section 1.3."""

import json
import logging

from fabric.functions.clients.item import FabricItem

_LARGEST_REQUEST_BYTES = 1024 * 1024


class FabricBusinessEventsClient(FabricItem):
    """Publishes business events: the host captures them, and nobody receives them."""

    def PublishEvent(self, type, event_data, data_version="v1"):
        """Publishes one event, or one for each element of a list.

        Raises HttpResponseError (400) when the schema set has schemas and an event does not match its own, and (413) for
        more than 1 MB; then none of the list is published. TypeError for what JSON cannot hold.
        """
        from azure.core._service import Service

        if not isinstance(type, str) or not type:
            raise TypeError("The type of an event must be a text, such as 'OrderPlaced'.")
        data = _sendable(event_data if isinstance(event_data, list) else [event_data])
        service = Service("events", self._endpoint("eventendpoint"))
        for event_id in service.call("publish", type=type, version=data_version, data=data):
            logging.info("Published business event with eventId: %s", event_id)

    def send(self, events, **kwargs):
        """Refused: only PublishEvent is stood in for."""
        raise NotImplementedError("Bobbin captures events of PublishEvent; send, of events of your own making, works in Fabric.")

    def close(self):
        """Nothing is held open."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _sendable(events):
    """The events as JSON holds them: times as text, as the real client sends them."""
    from azure.core._service import error

    try:
        text = json.dumps(events, default=_as_text, allow_nan=False)
    except ValueError as problem:
        raise error(400, "BadRequest", f"The events are no valid JSON: {problem}.") from None
    if len(text.encode("utf-8", "surrogatepass")) > _LARGEST_REQUEST_BYTES:
        raise error(413, "PayloadTooLarge", "The maximum size of a request is 1048576 bytes.")
    return json.loads(text)


def _as_text(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
