"""Serves the pages to this computer only."""

import contextlib
import os
import resource
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

SWEEP_SECONDS = 20
THREADS = 8
# Above this, waitress would write a request's body to disk, where it would lie in clear.
KEPT_IN_MEMORY = 512 * 1024 * 1024


def start(home: Path | None = None) -> None:
    """Sets Django up for a home and brings its database up to date. Call it once in a process."""
    if home is not None:
        os.environ["AFTERUS_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterus.web.settings")
    leave_no_core_dump()
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings

    from afterus.web.home import prepare

    prepare(settings.HOME)
    call_command("migrate", verbosity=0, interactive=False)
    sweep_sessions()


def serve(
    home: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    fixed: bool = True,
    ready: Callable[[str], None] = print,
) -> None:
    """Serves until interrupted. `ready` is called with the address once it listens.

    Port 0 takes a free one, and so does a taken port that is not `fixed`. Raises ValueError for
    an address other computers can reach, OSError when a fixed port is taken.
    """
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError(f"{host} can be reached from other computers")
    start(home)
    try:
        server = _listen(host, port)
    except OSError:
        if fixed:
            raise
        server = _listen(host, 0)
    shown = f"[{host}]" if ":" in host else host
    threading.Thread(target=_sweep_for_ever, daemon=True).start()
    ready(f"http://{shown}:{server.effective_port}/")
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    server.close()


def _listen(host: str, port: int) -> Any:
    from waitress.server import create_server

    from afterus.web.wsgi import application

    return create_server(
        application,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        inbuf_overflow=KEPT_IN_MEMORY,
        outbuf_overflow=KEPT_IN_MEMORY,
        max_request_body_size=KEPT_IN_MEMORY,
        clear_untrusted_proxy_headers=True,
    )


def leave_no_core_dump() -> None:
    """A crash must not write memory, and with it the open key, to disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sweep_sessions() -> None:
    """Deletes session rows whose time is over, such as those of a day before."""
    from afterus.web.sessions import sweep

    sweep()


def _sweep_for_ever() -> None:
    from django.db import DatabaseError, close_old_connections

    while True:
        threading.Event().wait(SWEEP_SECONDS)
        # Busy or away just now: the next round is soon.
        with contextlib.suppress(DatabaseError):
            close_old_connections()
            sweep_sessions()
