"""Throughput, which makes no difference here."""


class ThroughputProperties:
    """The throughput of a database or container."""

    def __init__(self, *args, **kwargs):
        self.offer_throughput = args[0] if args else kwargs.get("offer_throughput")
        self.auto_scale_max_throughput = kwargs.get("auto_scale_max_throughput")
        self.auto_scale_increment_percent = kwargs.get("auto_scale_increment_percent")
        self.properties = kwargs.get("properties")


class Offer(ThroughputProperties):
    """The older name of ThroughputProperties."""
