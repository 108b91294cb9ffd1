"""What the decorators collect about a function."""


class FunctionBuilder:
    """What a decorated name stands for afterwards: it is not the plain function any more."""

    def __init__(self, target, providers):
        if not callable(target):
            raise ValueError("A decorator of UserDataFunctions must stand above a function.")
        self.target = target
        self.name = getattr(target, "__name__", type(target).__name__)
        self.__doc__ = getattr(target, "__doc__", None)
        self.providers = providers
        self.bindings = {}
        self.exposed = False
        self.streaming = False
        self.route = None

    def expose(self, streaming=False, route=None):
        """Makes the function invokable."""
        self.exposed = True
        self.streaming = streaming
        self.route = route

    def bind(self, arg_name, alias=None, audience=None, options=None):
        """Has the host provide an argument."""
        self.bindings[arg_name] = {"alias": alias, "audience": audience, "options": options or {}}

    def registered(self):
        """The function in the form in which calls are made."""
        return RegisteredFunction(self)


class RegisteredFunction:
    """A function that can be invoked, with its parameters looked up once."""

    def __init__(self, builder):
        from bobbin_worker import binder

        self.name = builder.name
        self.target = builder.target
        self.streaming = builder.streaming
        self.bindings = builder.bindings
        self.bound_names = frozenset(builder.bindings)
        self.providers = builder.providers
        self.parameters = binder.parameters_of(builder.target)
