"""The app class of the preview, kept for items written then. Contract: section 1.2."""

from fabric.functions.user_data_functions import UserDataFunctions


class FabricApp(UserDataFunctions):
    """``app = fn.FabricApp()``, ``@app.function("name")``."""
