"""Files that are broken or made to harm: one sentence, soon, and little memory."""

import io
import json
import resource
import struct
import zipfile

import pytest
import samples

from afterus.chats import BrokenChat, ChatError, NotAChat, TooLarge, read_chat

CHAT = samples.ANDROID.encode()


def test_a_zip_cut_short_is_said_to_be_broken():
    raw = samples.ALL["whatsapp_zip"][1]
    for length in (5, len(raw) // 2, len(raw) - 9):
        with pytest.raises(BrokenChat):
            read_chat(raw[:length])


def test_a_zip_that_swells_is_refused_before_it_does():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folded:
        folded.writestr("_chat.txt", CHAT + b"a" * 40_000_000)
    with pytest.raises(TooLarge) as error:
        read_chat(out.getvalue())
    assert error.value.key == "swells"


def test_a_zip_that_lies_about_a_size_gives_no_more_than_it_said():
    raw = bytearray(samples.zipped(**{"_chat.txt": CHAT * 400}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", len(CHAT))
    try:
        assert len(read_chat(bytes(raw)).messages) <= 9
    except ChatError as error:
        assert error.key == "zip_broken"


def test_a_locked_zip_is_said_to_be_locked():
    raw = bytearray(samples.zipped(**{"_chat.txt": CHAT}))
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BrokenChat) as error:
        read_chat(bytes(raw))
    assert error.value.key == "zip_locked"


def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw = samples.zipped(**{"../../etc/chat": CHAT, "/abs.txt": b"x", "a\\..\\b": b"y"})
    assert len(read_chat(raw).messages) == 7
    assert list(tmp_path.iterdir()) == []


def test_links_in_a_folder_are_not_followed(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_bytes(CHAT)
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "chat.txt").symlink_to(outside)
    (folder / "note").write_text("x")
    with pytest.raises(NotAChat):
        read_chat(folder)


def test_a_line_of_two_gigabytes_is_refused_at_once(tmp_path):
    path = tmp_path / "chat.txt"
    with path.open("wb") as out:
        out.write(b"13/01/2022, 10:00 - Ann: " + b"a" * 100_000)
        out.truncate(2 * 1024**3)
    with pytest.raises(TooLarge):
        read_chat(path)


def test_a_long_line_takes_little_memory(tmp_path):
    path = tmp_path / "chat.txt"
    path.write_bytes(b"13/01/2022, 10:00 - Ann: " + b"a" * 100_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TooLarge) as error:
        read_chat(path)
    assert error.value.key == "line_too_long"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80 * 1024


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_xml_that_declares_entities_is_refused(head):
    raw = f'<?xml version="1.0"?>{head}<smses count="1"><sms body="&b;"/></smses>'
    with pytest.raises(BrokenChat) as error:
        read_chat(raw.encode())
    assert error.value.key == "entities"


def test_of_a_backup_cut_short_what_is_whole_is_read_and_said():
    raw = samples.SMS.encode()
    chat = read_chat(raw[: raw.index(b"<mms") + 30])
    assert len(chat.messages) == 2
    assert [each.key for each in chat.warnings] == ["cut_short"]


def test_pictures_in_a_backup_cost_nothing():
    picture = b'data="' + b"QUJD" * 5_000_000 + b'"'
    raw = samples.SMS.encode().replace(b'data="AAAA"', picture)
    assert len(read_chat(raw).messages) == 3


@pytest.mark.parametrize("half", ["&#55357;", "&#xD83D;", "&#56842;"])
def test_half_an_emoji_in_a_backup_becomes_a_question_mark(half):
    raw = samples.SMS.replace("&#55357;&#56842;", half).encode()
    assert read_chat(raw).messages[0].text == "hi \ufffd you"


def test_half_an_emoji_in_json_takes_nothing_else_with_it():
    raw = samples.ALL["telegram"][1].replace(b"see ", b"see \\ud83d ")
    assert read_chat(raw).messages[0].text.startswith("see \ufffd ")


def test_json_nested_without_end_is_refused():
    for raw in (b'{"messages":' + b"[" * 200_000, b'{"messages":[{"from_id":' + b"[" * 100_000):
        with pytest.raises(ChatError):
            read_chat(raw, format="telegram")


def test_one_odd_message_takes_only_its_own_place():
    chat = dict(samples.TELEGRAM_CHAT)
    odd = [{"date": 5}, {"text": {}}, {"date": "never"}, [], None, "x", {"date": "2022-13-01"}]
    chat["messages"] = [*odd, *chat["messages"]]
    read = read_chat(json.dumps(chat).encode())
    assert len(read.messages) == 4
    assert [(each.reason, each.count) for each in read.skipped] == [("bad_message", 7)]


@pytest.mark.parametrize("spelling", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_other_spellings_are_read(spelling):
    text = "".join(f"1{n}/01/2022, 10:00 - Zoë: schön – öfter\n" for n in range(3, 9))
    chat = read_chat(text.encode(spelling))
    assert chat.participants == {"Zoë": 6}
    assert chat.messages[0].text == "schön – öfter"


def test_a_few_bad_bytes_are_counted_and_nothing_else_is_lost():
    raw = samples.ANDROID.encode().replace(b"soon", b"so\xffon")
    chat = read_chat(raw)
    assert len(chat.messages) == 7 + 0 * len(chat.warnings)
    assert chat.messages[1].text.startswith("home so\ufffdon")
    assert [(each.key, each.values) for each in chat.warnings] == [("bad_bytes", {"count": 1})]


def test_what_the_progress_raises_stops_the_reading():
    class Stop(Exception):
        pass

    def stop(share):
        raise Stop

    for name in ("whatsapp_android", "telegram", "instagram", "sms"):
        with pytest.raises(Stop):
            read_chat(samples.ALL[name][1], progress=stop)


@pytest.mark.parametrize("name", samples.ALL)
def test_progress_only_rises_from_0_to_1(name):
    told = []
    read_chat(samples.ALL[name][1], progress=told.append)
    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)


def test_a_stream_is_read_like_bytes_and_left_open(tmp_path):
    path = tmp_path / "chat"
    path.write_bytes(samples.ALL["whatsapp_zip"][1])
    with path.open("rb") as stream:
        assert len(read_chat(stream).messages) == 7
        assert not stream.closed


def test_a_path_that_is_no_file_is_said_to_be_none():
    from pathlib import Path

    with pytest.raises(NotAChat):
        read_chat(Path("/dev/null"))
