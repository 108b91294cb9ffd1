"""What a resource token allows."""


class Permission:
    """A permission as it is written down; none is ever checked here."""

    def __init__(self, id, user_link, permission_mode, resource_link, properties):
        self.id = id
        self.user_link = user_link
        self.permission_mode = permission_mode
        self.resource_link = resource_link
        self.properties = properties
        self.permission_link = f"{user_link}/permissions/{id}"
