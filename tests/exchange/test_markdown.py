"""The readable copy: everything under its day, in words."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from afterus.exchange import Item, Words, to_markdown

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
WORDS = Words(
    title="What you wrote",
    made="Taken out on",
    yes="yes",
    no="no",
    kinds={"reflection": "Reflections"},
    labels={"acceptance": "How far you accept it", "ex.open_to_talk": "Would they talk"},
    options={"ex.open_to_talk": {"unsure": "I don't know"}},
)


def item(document, kept=NOW):
    return Item(uuid4(), kept, document)


def test_an_entry_stands_under_its_kind_and_day_with_its_questions():
    answers = {"acceptance": 7, "ex": {"open_to_talk": "unsure"}, "fears": ["loss", "alone"]}
    text = to_markdown([item({"kind": "reflection", "version": 1, "answers": answers})], NOW, WORDS)
    assert text.startswith("# What you wrote\n\nTaken out on 2026-11-24\n")
    assert "## Reflections\n\n### 2026-11-24 02:00\n" in text
    assert "  - **How far you accept it**: 7\n" in text
    assert "    - **Would they talk**: I don't know\n" in text
    assert "  - **Fears**\n    - loss\n    - alone\n" in text
    assert "Version" not in text


def test_older_entries_come_first():
    early = item({"kind": "note", "text": "first"}, NOW - timedelta(days=3))
    text = to_markdown([item({"kind": "note", "text": "second"}), early], NOW, WORDS)
    assert text.index("first") < text.index("second")


def test_a_text_of_many_lines_is_quoted_whole():
    text = to_markdown([item({"kind": "note", "text": "one\n\n# two"})], NOW, WORDS)
    assert "- **Text**:\n\n  > one\n  >\n  > # two\n" in text


def test_yes_and_no_are_said_in_words():
    text = to_markdown([item({"kind": "note", "alone": True, "safe": False})], NOW, WORDS)
    assert "- **Alone**: yes\n- **Safe**: no\n" in text


def test_no_text_turns_into_html():
    text = to_markdown([item({"kind": "note", "text": "<script>"})], NOW, WORDS)
    assert "\\<script>" in text


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_every_word_of_a_note_is_in_the_copy(note):
    assert note in to_markdown([item({"kind": "note", "text": note})], NOW, WORDS)
