"""Connections to variable libraries. Contract: section 1.3."""

from fabric.functions.clients.item import FabricItem
from fabric.functions.exceptions import UserDataFunctionInternalError


class FabricVariablesClient(FabricItem):
    """A variable library."""

    def getVariables(self):
        """All variables of the active value set, by name; none when the local file is not there."""
        import json
        import os

        file = self._endpoint("vlendpoint").get("File")
        if not file or not os.path.exists(file):
            return {}
        try:
            with open(file, encoding="utf-8-sig") as stream:
                variables = json.load(stream)
        except (OSError, ValueError) as error:
            raise UserDataFunctionInternalError(f"The variables in {file} cannot be read: {error}") from None
        if not isinstance(variables, dict):
            raise UserDataFunctionInternalError(
                f'The variables in {file} must be a JSON object of names and values, such as {{"ENDPOINT": "x"}}.'
            )
        return variables
