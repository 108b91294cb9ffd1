"""Connections to variable libraries. Contract: section 1.3."""

from fabric.functions.clients.item import FabricItem


class FabricVariablesClient(FabricItem):
    """A variable library."""

    def getVariables(self):
        """All variables of the active value set, by name."""
        import json
        import os

        file = self._endpoint("vlendpoint").get("File")
        if not file or not os.path.exists(file):
            return {}
        with open(file, encoding="utf-8-sig") as stream:
            return json.load(stream)
