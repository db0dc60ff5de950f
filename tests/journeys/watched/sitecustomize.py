"""Notes each file that this Python opens for writing, in the file AFTERUS_OPENED names."""

import os
import sys

NOTES = os.open(os.environ["AFTERUS_OPENED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def note(event, words):
    if event == "open" and isinstance(words[0], str) and words[2] & WRITING:
        os.write(NOTES, f"{words[0]}\n".encode())


sys.addaudithook(note)
