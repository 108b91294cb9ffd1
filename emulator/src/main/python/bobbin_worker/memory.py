"""Keeps what a function may use of the machine's memory within a limit, where the system has such a limit."""

_limited = False


def limit(megabytes):
    """From now on an allocation beyond the limit is a MemoryError. Does nothing where the system cannot do that."""
    global _limited
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
        _limited = True
    except (ValueError, OSError):
        pass  # the host watches the process, too


def allow_stack(size):
    """Raises the limit by what a thread's stack reserves: it counts as used, though hardly any of it ever is."""
    if not _limited:
        return
    import resource

    try:
        limit_now, most = resource.getrlimit(resource.RLIMIT_DATA)
        raised = limit_now + size
        resource.setrlimit(resource.RLIMIT_DATA, (raised if most == resource.RLIM_INFINITY else min(raised, most), most))
    except (ValueError, OSError):
        pass  # then starting the thread tells whether there is room
