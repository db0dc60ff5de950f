"""The command line: one file a command, chosen here. Without a command, afterus opens."""

import argparse
import sys
from collections.abc import Sequence

from afterus.cli import check, demo, erase, export, import_, messages, mirror, open_, reading
from afterus.cli.words import CannotDo, complain, say

COMMANDS = (demo, reading, check, messages, mirror, export, import_, erase)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when done, 1 when this input cannot be done, 2 for wrong usage."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except CannotDo as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our output has closed it: nothing more to say.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The whole command line as argparse knows it."""
    top = argparse.ArgumentParser(prog="afterus", description=say("cli.afterus.about"))
    open_.add_arguments(top)
    commands = top.add_subparsers(title=say("cli.commands"), metavar="", dest="command")
    for command in COMMANDS:
        command.add_parser(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
