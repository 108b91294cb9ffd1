"""The decorators of the programming model. Contract: section 1.2."""

from azure.functions import FunctionApp
from fabric.functions.registry import FunctionBuilder


class UserDataFunctions(FunctionApp):
    """The app object of an item: ``udf = fn.UserDataFunctions()``."""

    def __init__(self):
        super().__init__()
        self._builders = []
        self._providers = {}

    def function(self, name=None):
        """Makes a function invokable under its own name; ``name`` is not used, as in the SDK."""
        return self._decorator(lambda builder: builder.expose())

    def streaming_function(self, name=None):
        """Like ``function`` for one that returns a StreamResponse."""
        return self._decorator(lambda builder: builder.expose(streaming=True, route=name))

    def connection(self, alias=None, argName=None, **kwargs):
        """Binds a parameter to a connected item, or with ``audienceType`` to a generic connection."""
        if alias is None:
            if "audienceType" not in kwargs:
                raise ValueError("Either alias or audienceType must be provided.")
            return self.generic_connection(argName, **kwargs)
        return self.alias_connection(alias, argName, **kwargs)

    def alias_connection(self, alias, argName=None, **kwargs):
        """Binds a parameter, by default the one named like the alias, to a connected item."""
        return self._decorator(lambda builder: builder.bind(argName or alias, alias=alias, options=kwargs))

    def generic_connection(self, argName, **kwargs):
        """Binds a parameter to a service of that audience, such as KeyVault."""
        options = dict(kwargs)
        audience = options.pop("audienceType", None)
        self._provide_clients(str(audience).lower())
        return self._decorator(lambda builder: builder.bind(argName, audience=audience, options=options))

    def context(self, argName, **kwargs):
        """Binds a parameter to the UserDataFunctionContext."""
        return self._decorator(lambda builder: builder.bind(argName, options=kwargs))

    def fabric_item_input(self, argName, alias, **kwargs):
        """Deprecated spelling of ``connection``; mind the order of the arguments."""
        return self.connection(alias=alias, argName=argName, **kwargs)

    def user_data_function_context_input(self, argName, **kwargs):
        """Deprecated spelling of ``context``."""
        return self.context(argName, **kwargs)

    def register_provider(self, type, provider):
        """Has parameters annotated with ``type`` made by ``provider(item, **options)``."""
        self._providers[type] = provider

    def registered_functions(self):
        """The invokable functions by name, in order of definition."""
        return {builder.name: builder.registered() for builder in self._builders if builder.exposed}

    def _provide_clients(self, audience):
        """Has parameters annotated with the clients of an audience made; the packages are read on first use only."""
        if audience == "keyvault":
            from fabric.functions.keyvault import use_keyvault

            use_keyvault(self)
        elif audience == "cosmosdb":
            from fabric.functions.cosmos import use_cosmosdb

            use_cosmosdb(self)

    def _decorator(self, configure):
        def decorate(function):
            builder = function
            if not isinstance(builder, FunctionBuilder):
                builder = FunctionBuilder(function, self._providers)
                self._builders.append(builder)
            configure(builder)
            return builder

        return decorate
