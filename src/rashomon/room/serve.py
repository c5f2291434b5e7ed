"""Opening the room on this machine, until it is closed with Ctrl-C."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path

from rashomon.ledger import Ledger, LedgerError
from rashomon.room.door import SHORTEST_TOKEN, Door

#: Connections at once; more are told to come back.
MOST_CONNECTIONS = 200


def serve(
    ledger: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8417,
    names: tuple[str, ...] = (),
    token: str | None = None,
    told: Callable[[str], None] = print,
) -> None:
    """Serve the reading room of a ledger until it is stopped; ``told`` is given the address to open.

    Port 0 is any that is free. Raises LedgerError where the ledger cannot be opened, the address cannot be listened
    on, or a token is too short for an address that others can reach.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise LedgerError(
            "--token",
            f"a token of {len(token)} characters can be guessed",
            f"give {SHORTEST_TOKEN} characters or more, or leave it out and one is made",
        )
    door = Door(host, names) if token is None else Door(host, names, token)
    _bring_up_to_date(ledger)
    listening = _listen(host, port)
    import uvicorn

    from rashomon.room.app import application

    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    told(f"The reading room of {ledger.name} is open: {address}")
    told(f"To correct, or from elsewhere, open it with its token: {address}token?key={door.token}")
    told("Ctrl-C closes it.")
    config = uvicorn.Config(
        application(ledger, door),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _bring_up_to_date(path: Path) -> None:
    """Readers cannot change an older ledger to this version; and what cannot be opened is said before anything else."""
    try:
        Ledger.open(path, create=False).close()
    except LedgerError:
        Ledger.open(path, create=False, read_only=True).close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends answers without waiting for more (TCP_NODELAY).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        taken = error.errno == errno.EADDRINUSE
        raise LedgerError(
            f"{host}:{port}",
            "something else listens at this address"
            if taken
            else f"this address cannot be listened on ({(error.strerror or str(error)).lower()})",
            "give another with --port, or --port 0 for any that is free"
            if taken
            else "give an address of this machine with --host",
        ) from error
    return listening
