"""Event Grid connections."""


def get_eventgrid_client(item, *args, **kwargs):
    """Would give an EventGridPublisherClient."""
    raise NotImplementedError("Bobbin does not stand in for Event Grid yet: this call works in Fabric only.")
