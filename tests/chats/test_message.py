"""The one shape of a message."""

from datetime import datetime

import msgspec
import pytest

from afterus.chats import Message


def test_a_message_becomes_one_row_of_the_documented_table():
    said = Message(datetime(2026, 3, 1, 21, 46), "Ann", "text", "home soon")  # noqa: DTZ001
    assert msgspec.to_builtins(said) == {
        "time": "2026-03-01T21:46:00",
        "sender": "Ann",
        "kind": "text",
        "text": "home soon",
    }


def test_a_kind_outside_the_table_is_refused():
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"time": "2026-03-01", "sender": None, "kind": "x", "text": ""}, Message)
