"""Connections to business events. Contract: section 1.3.

Published events are appended to a local file, one CloudEvent a line.
"""

import json
import logging
import threading

from fabric.functions.clients.item import FabricItem

_append_lock = threading.Lock()


class FabricBusinessEventsClient(FabricItem):
    """Publishes business events."""

    def PublishEvent(self, type, event_data, data_version="v1"):
        """Publishes one event, or one for each element of a list."""
        for data in event_data if isinstance(event_data, list) else [event_data]:
            event = self._cloud_event(type, data, data_version)
            self._append(event)
            logging.info("Published business event with eventId: %s", event["id"])

    def _cloud_event(self, type, data, data_version):
        import datetime
        import uuid

        schema_set = self.alias_name
        return {
            "specversion": "1.0",
            "id": str(uuid.uuid4()),
            "source": "bobbin.local",
            "type": f"{schema_set}/eventTypes/{type}",
            "time": datetime.datetime.now(datetime.timezone.utc).isoformat(),
            "dataschema": f"{schema_set}/schemas/{type}/versions/{data_version}",
            "dataversion": data_version,
            "data": data,
        }

    def _append(self, event):
        import os

        line = json.dumps(event)
        file = self._endpoint("eventendpoint")["File"]
        with _append_lock:
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "a", encoding="utf-8") as stream:
                stream.write(line + "\n")
