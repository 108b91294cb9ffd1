"""Keeps what a function may use of the machine's memory within a limit, where the system has such a limit."""


def limit(megabytes):
    """From now on an allocation beyond the limit is a MemoryError. Does nothing where the system cannot do that."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    try:
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        if most != resource.RLIM_INFINITY:
            size = min(size, most)
        resource.setrlimit(resource.RLIMIT_DATA, (size, most))
    except (ValueError, OSError):
        pass  # the host watches the process, too
