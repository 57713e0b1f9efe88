"""Whether a server can listen where its settings say: told in words, before it starts."""

import errno
import os
import socket


def cannot_listen(address: str, port: int) -> str:
    """Return why nobody can listen at an address and port, and the fix; nothing where one can."""
    try:
        found = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, where in found:
            with socket.socket(family, kind, protocol) as plug:
                if os.name == "posix":  # as the server does: a port that was just left is free
                    plug.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    plug.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                plug.bind(where)
    except (OSError, UnicodeError) as error:
        return why(error, address, port)
    return ""


def why(error: Exception, address: str, port: int) -> str:
    """Return what an error says of the settings, in words."""
    match getattr(error, "errno", None):
        case errno.EADDRINUSE:
            return (
                f"PPN_PORT is {port}, where another program listens. Stop that, or choose another "
                "port."
            )
        case errno.EACCES:
            return (
                f"PPN_PORT is {port}, where this system lets no ordinary program listen. Choose "
                "one above 1023."
            )
    return (
        f"PPN_ADDRESS is “{address[:60]}”, which is no address of this machine. Leave it out for "
        "127.0.0.1, or write 0.0.0.0 for all that the machine has."
    )
