"""Logs that hold no word a person typed: what went wrong and where, never with what."""

import logging
import traceback


class Wordless(logging.Formatter):
    """The logger, the kind of error and its places in the code. Messages and values stay out."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [f"{record.levelname} {record.name}"]
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            lines.append(type(error).__name__)
            frames = traceback.extract_tb(error.__traceback__)
            lines.extend(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        return "\n".join(lines)
