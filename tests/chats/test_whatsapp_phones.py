"""WhatsApp exports of many languages and phones: what is written is what is read."""

from datetime import datetime, timedelta

import phones
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterus.chats import read_chat

each_phone = pytest.mark.parametrize("phone", phones.ALL, ids=lambda phone: phone.name)
START = datetime(2021, 11, 28, 8, 59, 58)  # noqa: DTZ001


def written(phone):
    """Three weeks with one of everything, and the rows it should give."""
    moments = [START + timedelta(days=n, hours=7 * n % 15, minutes=13 * n) for n in range(20)]
    ann, ben = "Ann", "Ben Müller"
    lines, rows = [phone.notice(moments[0], ann)], [(moments[0], None, "system", None)]

    def say(line, moment, sender, kind, text):
        lines.append(line)
        rows.append((moment, sender, kind, text))

    say(phone.line(moments[1], ann, "hi"), moments[1], ann, "text", "hi")
    say(phone.line(moments[2], ben, "a: b\nc"), moments[2], ben, "text", "a: b\nc")
    say(phone.media(moments[3], ben), moments[3], ben, "media", "")
    say(phone.media(moments[4], ann), moments[4], ann, "media", "")
    say(phone.media(moments[5], ann), moments[5], ann, "media", "")
    say(phone.deleted(moments[6], ann), moments[6], ann, "deleted", "")
    say(phone.attached(moments[7], ben, ""), moments[7], ben, "media", "")
    say(phone.edited(moments[9], ann, "late again"), moments[9], ann, "text", "late again")
    say(phone.call(moments[10], ben), moments[10], ben, "call", None)
    for place in range(11, 20):
        say(phone.line(moments[place], ann, "so"), moments[place], ann, "text", "so")
    return "".join(lines), rows


def rounded(moment, phone):
    return moment if phone.keeps_seconds else moment.replace(second=0)


@each_phone
def test_each_phones_export_gives_times_senders_kinds_and_texts(phone):
    text, rows = written(phone)
    chat = read_chat(text.encode())
    assert chat.format == "whatsapp"
    assert not chat.ambiguous
    assert chat.skipped == ()
    assert len(chat.messages) == len(rows)
    for message, (moment, sender, kind, said) in zip(chat.messages, rows, strict=True):
        assert message.time == rounded(moment, phone)
        assert (message.sender, message.kind) == (sender, kind), message
        assert said is None or message.text == said
    assert list(chat.participants) == ["Ann", "Ben Müller"]


words = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"), exclude_characters="<>()[]:"),
    min_size=1,
    max_size=30,
).map(lambda text: "x" + text.strip())
said = st.lists(
    st.tuples(
        st.sampled_from(["Ann", "Ben Müller", "~ Zoë", "+49 1511 234567", "מיה", "😀 Kit-Kat"]),
        st.lists(words, min_size=1, max_size=3).map("\n".join),
        st.integers(0, 400_000),
    ),
    min_size=3,
    max_size=12,
)


@given(st.sampled_from(phones.ALL), said, st.booleans())
@settings(max_examples=25)
def test_whatever_people_write_on_any_phone_is_read_back(phone, said, zipped):
    moment, rows = START, []
    for sender, text, later in said:
        moment += timedelta(seconds=later)
        rows.append((rounded(moment, phone), sender, text))
    text = "".join(phone.line(*row) for row in rows)
    raw = text.encode()
    if zipped:
        import samples

        raw = samples.zipped(**{"any name": raw, "a.jpg": b"\xff\xd8\xff\0\0"})
    # Few days can leave the order of dates open; a person would be asked.
    day_first = "{m}/{d}" not in phone.stamp_form
    chat = read_chat(raw, format="whatsapp", day_first=day_first)
    rows.sort(key=lambda row: row[0])
    assert [(m.time, m.sender, m.text) for m in chat.messages] == rows
