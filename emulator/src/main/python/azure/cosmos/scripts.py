"""Code that runs within the service, in JavaScript. It is not stood in for, and says so when it is used."""


class ScriptsProxy:
    """Refuses stored procedures, triggers and user-defined functions, whatever is asked of them."""

    def __init__(self, container):
        self.container_link = container.container_link

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def refuse(*args, **kwargs):
            raise NotImplementedError(
                f"Bobbin does not stand in for scripts.{name} of Cosmos DB: stored procedures, triggers and "
                "user-defined functions are JavaScript that runs within the service. Do the work in Python, or in a "
                "transactional batch."
            )

        return refuse
