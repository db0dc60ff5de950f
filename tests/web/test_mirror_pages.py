"""The mirror's pages: signs first, what is confirmed flows on, what was not chosen is gone."""

from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from talks import ByWords, long_talk, talk

from afterus.mirror import mirror, talk_of, without_words
from afterus.records import unlock
from afterus.records.chat_mirror import ChatMirror, MirrorLook, MirrorTold, MirrorWork
from afterus.records.documents import Reflection, SavedReading

PASSPHRASE = "river lamp stone bread"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def put(seen, **more):
    """A mirror in the vault as the work leaves it there; gives its address and the vault."""
    vault, mirror_id = unlock(PASSPHRASE), uuid4()
    figures = msgspec.to_builtins(without_words(seen))
    vault.restore(
        mirror_id, NOW, ChatMirror(made=NOW, them="Ben", format="line", figures=figures, **more)
    )
    vault.keep(MirrorLook(mirror_id=str(mirror_id), seen=msgspec.to_builtins(seen)))
    return f"/understand/mirror/{mirror_id}", vault


@pytest.fixture
def quiet():
    """What a chat showed in which nobody was in danger."""
    return mirror(talk_of(long_talk(), "Ann", "Ben"), ByWords())


def told_of(vault):
    return vault.latest(ChatMirror).document


def test_signs_come_before_any_chart_until_they_were_seen(opened):
    lines = [(5, "Ann", "tea"), (5, "Ben", "you will regret this"), (5, "Ann", "i want to die")]
    address, vault = put(mirror(talk(*lines), ByWords()))
    assert opened.get(address).url == f"{address}/first"
    page = opened.get(f"{address}/first").content.decode()
    assert "Threats, by Ben" in page
    assert "Your own life" in page
    assert "<svg" not in page
    opened.post(f"{address}/first", {"not_so": ["threat.them", "nonsense"]})
    assert told_of(vault).not_so == ("threat.them",)
    assert opened.get(address).status_code == 200


def test_each_page_tells_both_by_the_same_measure(opened, quiet):
    address, _ = put(quiet)
    for path in ("", "/then", "/rhythm", "/five/accusing", "/done", "/delete"):
        page = opened.get(address + path)
        assert page.status_code == 200, path
    overview = opened.get(address).content.decode()
    assert overview.count("<svg") == 2
    assert overview.count("<title") == 3
    assert "style=" not in overview
    question = opened.get(f"{address}/five/accusing").content.decode()
    assert "50 per hundred" not in question.split('id="me"')[1].split('id="them"')[0]
    assert "you liar" in question.split('id="them"')[1]


def test_a_message_set_right_is_no_longer_counted(opened, quiet):
    address, vault = put(quiet)
    accusing = quiet.questions[0].them
    mark = accusing.quotes[0].mark
    opened.post(f"{address}/five/accusing/them", {"wrong": mark, "go": "save"})
    kept = told_of(vault)
    assert kept.corrections == {mark: {"accuses": False}}
    assert kept.figures["questions"][0]["them"]["rate"]["count"] == accusing.rate.count - 1
    assert kept.verdicts == {}
    opened.post(f"{address}/five/accusing/them", {"go": "save"})
    assert told_of(vault).corrections == {}
    assert told_of(vault).figures["questions"][0]["them"]["rate"]["count"] == accusing.rate.count


def test_only_chosen_messages_are_left_once_looking_is_over(opened, quiet):
    address, vault = put(quiet)
    chosen, other = quiet.questions[0].them.quotes[:2]
    opened.post(f"{address}/five/accusing/them", {"keep": chosen.mark, "go": "confirm"})
    opened.post(f"{address}/done")
    kept = told_of(vault)
    assert kept.finished
    assert [one.text for one in kept.chosen] == [chosen.text]
    assert vault.all(MirrorLook) == []
    everything = b"".join(msgspec.json.encode(one.document) for one in vault.everything())
    assert chosen.text.encode() in everything
    assert other.text.encode() not in everything
    assert opened.get(address).status_code == 200
    assert other.text not in opened.get(f"{address}/five/accusing").content.decode()


def test_what_is_confirmed_or_corrected_flows_into_the_reflection_marked_and_a_change_unmarks(
    opened, quiet
):
    address, vault = put(quiet)
    opened.post(f"{address}/five/accusing/them", {"go": "confirm"})
    opened.post(f"{address}/five/accusing/me", {"go": "correct", "often": "sometimes"})
    opened.post(f"{address}/five/arguing/me", {"go": "hide"})
    opened.post(f"{address}/done", {"bring": "yes"})
    reflection = vault.latest(Reflection).document
    assert reflection.answers["their_behaviours"]["accusing"] == {"how_often": "constantly"}
    assert reflection.answers["behaviours"] == {"accusing": {"how_often": "sometimes"}}
    assert set(reflection.from_mirror) == {
        "behaviours.accusing.how_often",
        "their_behaviours.accusing.how_often",
    }
    assert opened.get("/understand/look-over").content.decode().count("(from your chat)") == 2
    step = opened.get("/understand/reflection/accusing").content.decode()
    assert "From your chat" in step
    opened.post(
        "/understand/reflection/accusing",
        {"behaviours.accusing.how_often": "often", "go": "next"},
    )
    assert vault.latest(Reflection).document.from_mirror == ("their_behaviours.accusing.how_often",)
    opened.post("/understand/reading")
    assert vault.latest(SavedReading).document.from_mirror == (
        "their_behaviours.accusing.how_often",
    )


def test_nothing_is_put_to_someone_who_was_harmed_as_their_part(opened, quiet):
    vault = unlock(PASSPHRASE)
    vault.keep(Reflection(started=NOW, updated=NOW, answers={"safety": {"afraid_of_ex": True}}))
    address, vault = put(quiet)
    opened.post(f"{address}/five/accusing/me", {"go": "confirm"})
    assert "So nothing here is put to you" in opened.get(f"{address}/done").content.decode()
    opened.post(f"{address}/done", {"bring": "yes"})
    assert "behaviours" not in vault.latest(Reflection).document.answers


def test_a_mirror_is_taken_away_with_all_that_was_kept_of_it(opened, quiet):
    address, vault = put(quiet)
    opened.post(f"{address}/delete")
    assert vault.all(ChatMirror) == []
    assert vault.all(MirrorLook) == []
    assert opened.get(address).status_code == 404


@pytest.mark.parametrize("path", ["/five/nonsense", "/five/accusing/nobody"])
def test_what_is_not_there_is_not_found(opened, quiet, path):
    address, _ = put(quiet)
    method = opened.post if path.endswith("nobody") else opened.get
    assert method(address + path).status_code == 404


def test_no_file_and_a_file_that_is_too_large_are_refused_in_one_sentence(opened, settings):
    page = opened.post("/understand/mirror/", {})
    assert page.status_code == 422
    assert "No file was chosen" in page.content.decode()
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    large = SimpleUploadedFile("chat.txt", b"x" * 2000)
    page = opened.post("/understand/mirror/", {"file": large})
    assert page.status_code == 422
    assert "the most that is read" in page.content.decode()


def test_work_that_nobody_does_any_more_says_so_and_is_cleared_away(opened):
    vault = unlock(PASSPHRASE)
    work = vault.keep(MirrorWork(state="looking", beat=datetime(2020, 1, 1, tzinfo=UTC)))
    page = opened.get(f"/understand/mirror/work/{work}").content.decode()
    assert "That was interrupted" in page
    assert opened.get(f"/understand/mirror/work/{work}/state").json()["state"] == "interrupted"
    opened.post(f"/understand/mirror/work/{work}/stop")
    assert vault.all(MirrorWork) == []


def test_who_is_who_is_asked_until_it_is_clear(opened):
    vault = unlock(PASSPHRASE)
    found = {
        "people": [["Ann", 9], ["Annie", 3], ["Ben", 8]],
        "messages": 20,
        "first": "2024-01-01",
        "last": "2024-02-01",
        "ambiguous": True,
        "skipped": [["bad_line", 2]],
        "warnings": [],
    }
    work = vault.keep(MirrorWork(state="asking", beat=datetime.now(UTC), found=found))
    address = f"/understand/mirror/work/{work}"
    assert "2 lines that could not be read were left out" in opened.get(address).content.decode()
    typed = {"who.0": "me", "who.1": "me"}
    assert "Say which name is theirs" in opened.post(address, typed).content.decode()
    typed |= {"who.2": "them"}
    assert "how the dates" in opened.post(address, typed).content.decode()
    typed |= {"day_first": "no", "ended": "2024-01-31"}
    assert opened.post(address, typed).status_code == 303
    told = vault.latest(MirrorTold).document
    assert told.work_id == str(work)
    assert told.told == {
        "me": "Ann",
        "them": "Ben",
        "same": {"Annie": "Ann"},
        "ended": "2024-01-31",
        "day_first": False,
        "corrections": {},
    }
    assert "Reading the file" in opened.get(address).content.decode()
