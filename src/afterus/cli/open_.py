"""``afterus``: opens the app for one person, on this computer only."""

import argparse
import os
import webbrowser
from pathlib import Path

from afterus.cli.words import CannotDo, say, tell

PORT = 8317


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of ``afterus`` itself."""
    parser.add_argument("--port", type=int, default=None, help=say("cli.open.port"))
    parser.add_argument("--no-browser", action="store_true", help=say("cli.open.no_browser"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl+C. Raises CannotDo when the port is taken or the home cannot be used."""
    return serve_home(None, arguments.port, browser=not arguments.no_browser)


def serve_home(home: Path | None, port: int | None, *, browser: bool) -> int:
    """Serve the vault in ``home`` (the usual one when ``None``) on a port of this computer."""
    if home is not None:
        os.environ["AFTERUS_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterus.web.settings")
    from afterus.web import server

    def ready(address: str) -> None:
        tell(say("cli.open.ready", address=address))
        if browser:
            _show(address)

    try:
        server.serve(port=PORT if port is None else port, fixed=port is not None, ready=ready)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotDo(say("cli.open.cannot", reason=reason)) from None
    return 0


def _show(address: str) -> None:
    """Open the browser where there is one; a machine without one loses nothing."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return
    webbrowser.open(address)
