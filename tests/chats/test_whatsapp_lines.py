"""What single lines of WhatsApp are: pictures, places, calls, notices, and names that mislead."""

import pytest

from afterus.chats import read_chat

MARK = "\u200e"


def android(*lines):
    """Rows of an Android export with these lines, after two that set the scene."""
    first = ["13/01/2022, 10:00 - Ann: one", "13/01/2022, 10:01 - Ben: two"]
    text = "\n".join([*first, *(f"14/01/2022, 10:02 - {line}" for line in lines)])
    return [(m.sender, m.kind, m.text) for m in read_chat(text.encode()).messages][2:]


def iphone(*lines):
    first = ["[13.01.22, 10:00:00] Ann: one", "[13.01.22, 10:01:00] Ben: two"]
    text = "\r\n".join([*first, *(f"[14.01.22, 10:02:00] {line}" for line in lines)])
    return [(m.sender, m.kind, m.text) for m in read_chat(text.encode()).messages][2:]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("<Media omitted>", "media", ""),
        ("<Media omitted>\nlook", "media", "look"),
        ("<Ukendte filer udeladt>", "media", ""),
        ("null", "media", ""),
        ("", "media", ""),
        ("IMG-20220101-WA0001.jpg (file attached)", "media", ""),
        ("IMG-20220101-WA0001.jpg (im Anhang, neu)\nda", "media", "da"),
        ("AUD-20220101-WA0000. (file attached)", "media", ""),
        ("bill 2.pdf (Datei angehängt)\nbill 2", "media", ""),
        ("Kit Low.vcf (fichier joint)", "media", ""),
        ("location: https://maps.google.com/?q=51.1,7.1", "media", ""),
        ("Pier\nHarbour\nlocation: https://maps.google.com/?q=51.1,-7.1", "media", ""),
        ("live location shared", "media", ""),
        ("This message was deleted", "deleted", ""),
        ("You deleted this message", "deleted", ""),
        ("Missed video call", "call", "Missed video call"),
        ("Voice call, 12 min", "call", "Voice call, 12 min"),
        ("Missed voice call at 21:46", "call", "Missed voice call at 21:46"),
        ("This message was deleted by admin Kit", "deleted", ""),
        ("so late <This message was edited>", "text", "so late"),
        ("POLL:\nWhere?\nOPTION: here (1 vote)", "text", "POLL:\nWhere?\nOPTION: here (1 vote)"),
        # What people type, though it looks a little like one of the above.
        ("I deleted this message", "text", "I deleted this message"),
        ("<3", "text", "<3"),
        ("<b>bold</b>", "text", "<b>bold</b>"),
        ("see notes.txt (attached it twice)", "text", "see notes.txt (attached it twice)"),
        ("video call?", "text", "video call?"),
        ("Video call, please, at 9", "text", "Video call, please, at 9"),
        ("You created this mess", "text", "You created this mess"),
        ("a: b", "text", "a: b"),
        ("at 14/01/2022, 10:02 - she left", "text", "at 14/01/2022, 10:02 - she left"),
        ("is end-to-end encrypted safe?", "text", "is end-to-end encrypted safe?"),
    ],
)
def test_a_line_of_android(line, kind, text):
    assert android(f"Ann: {line}") == [("Ann", kind, text)]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        (f"{MARK}image omitted", "media", ""),
        (f"{MARK}Video weggelassen", "media", ""),
        (f"{MARK}Contact card omitted", "media", ""),
        (f"bill.pdf • {MARK}3 pages {MARK}document omitted", "media", ""),
        (f"bill.pdf • {MARK}3 pages {MARK}<attached: 0001-bill.pdf>", "media", ""),
        (f"{MARK}<pièce jointe : 00000012-PHOTO-2022-03-27.jpg>", "media", ""),
        (f"{MARK}<附件：00000012-PHOTO-2022-03-27.jpg>", "media", ""),
        (f"{MARK}<attached: 0001-PHOTO.jpg>\nour house", "media", "our house"),
        ("<attached: 0001-PHOTO.jpg>", "media", ""),
        ("image omitted", "media", ""),
        (f"{MARK}Location: https://maps.google.com/?q=60.16,24.95", "media", ""),
        (f"{MARK}Pier (Harbour): https://maps.google.com/?q=60.16,24.95", "media", ""),
        (f"{MARK}This message was deleted.", "deleted", ""),
        (f"{MARK}Voice call, {MARK}12 min", "call", "Voice call, 12 min"),
        (f"{MARK}Cuộc gọi thoại nhỡ", "call", "Cuộc gọi thoại nhỡ"),
        (f"so late {MARK}<This message was edited>", "text", "so late"),
        (f"so late {MARK}<Unbekannte Sprache>", "text", "so late"),
        (f"{MARK}POLL:\nWhere?\nOPTION: here", "text", "POLL:\nWhere?\nOPTION: here"),
        ("look at <this: that>", "text", "look at <this: that>"),
    ],
)
def test_a_line_of_an_iphone(line, kind, text):
    assert iphone(f"Ann: {line}") == [("Ann", kind, text)]


@pytest.mark.parametrize(
    "line",
    [
        f"Ann: {MARK}Messages and calls are end-to-end encrypted.",
        f"Ann: {MARK}{MARK}Your security code with Ann changed.",
        f"Ann: {MARK}Wörter einer Sprache, die hier niemand kennt.",
        f"Trip 2022: {MARK}Ann created this group",
        'You created group "Ann, Ben: and Kit"',
        f"{MARK}~ Kit added you",
        "Ann: Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand kann sie lesen.",
        "Ann: Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie más.",
        "Ann: Your security code with Ann changed. Tap to learn more.",
    ],
)
def test_a_notice_of_an_iphone_is_nobodys_message(line):
    ((sender, kind, text),) = iphone(line)
    assert (sender, kind) == (None, "system")
    assert MARK not in text


def test_a_notice_of_android_keeps_its_words_whole():
    line = 'Ann changed the subject from "One: two" to "Three"'
    assert android(line) == [(None, "system", line)]


def test_a_notice_that_comes_often_stays_nobodys_where_the_language_is_known():
    notices = [f"Ann: {MARK}Ann did something new to the group"] * 4
    rows = iphone(f"Ann: {MARK}image omitted", *notices)
    assert [row[1] for row in rows] == ["media", *["system"] * 4]
    rows = iphone(*[f"Ann: {MARK}Ann changed this group's icon"] * 4)
    assert {row[:2] for row in rows} == {(None, "system")}


def test_right_to_left_marks_do_not_hide_what_a_line_is():
    rows = iphone(
        "Ann: \u200fתמונה הושמטה",
        "Ann: \u200fהודעה זו נמחקה",
        "Ann: \u200fההודעות והשיחות מוצפנות מקצה לקצה. אף אחד מחוץ לצ'אט",
        "Ann: \u200fשלום",
    )
    assert [row[1] for row in rows] == ["media", "deleted", "system", "text"]


def test_a_picture_left_out_in_an_unknown_language_stays_its_senders():
    rows = iphone(*[f"Ann: {MARK}pilt jäeti välja"] * 3)
    assert rows == [("Ann", "media", "")] * 3


def test_a_colon_in_a_name_belongs_to_the_name():
    rows = android(*["Ann: work: hello", "Ann: work: there", "Ann: work: bye"])
    assert {row[0] for row in rows} == {"Ann"}, "one line of another kind keeps the short name"
    text = "\n".join(f"1{n}/01/2022, 10:00 - Ann: work: so {n}" for n in range(3, 7))
    chat = read_chat(text.encode())
    assert chat.participants == {"Ann: work": 4}
    assert chat.messages[0].text == "so 3"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("\u202a+49\u00a01511\u00a0234567\u202c", "+49 1511 234567"),
        ("~\u202fZoë", "~ Zoë"),
        ("Kit-Kat - x", "Kit-Kat - x"),
        ("a:b", "a:b"),
        ("😀", "😀"),
        ("מיה", "מיה"),
    ],
)
def test_names_lose_marks_and_keep_all_else(written, name):
    assert android(f"{written}: hi") == [(name, "text", "hi")]


def test_lines_before_the_first_message_and_impossible_dates_are_counted_with_their_lines():
    text = (
        "rest of\n\nan older message\n13/01/2022, 10:00 - Ann: a\nb\n31/02/2022, 10:00 - Ann: no\n"
    )
    chat = read_chat(text.encode(), format="whatsapp")
    assert len(chat.messages) == 1
    found = {each.reason: (each.count, each.lines) for each in chat.skipped}
    assert found == {"before_first_message": (2, (1,)), "bad_date": (1, (6,))}


def test_a_count_at_which_phones_cut_is_said():
    text = "".join(f"13/01/2022, 10:00 - Ann: {n}\n" for n in range(10_000))
    assert [(w.key, w.values) for w in read_chat(text.encode()).warnings] == [
        ("cut_at", {"count": 10_000})
    ]


def test_a_clock_that_goes_back_is_said_and_messages_stand_in_the_order_of_time():
    text = "".join(
        f"30/10/2022, {clock} - Ann: {clock}\n" for clock in ("02:10", "02:50", "02:05", "03:00")
    )
    chat = read_chat(text.encode())
    assert [m.text for m in chat.messages] == ["02:05", "02:10", "02:50", "03:00"]
    assert chat.warnings[0].key == "clock_back"
