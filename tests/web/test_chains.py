"""The five questions, deeper: only what was confirmed, in one's own words, a little a day."""

from datetime import timedelta

import pytest
from mending import NOON, vault, with_reading
from people import OFTEN, alice, five

from afterus.records.mending import Chain

CHAIN = {"trigger": "They were late", "reaction": "I asked who it was", "underneath": "My father"}


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setenv("AFTERUS_NOW", NOON.isoformat())


def said(browser, path="/mend/chains"):
    return " ".join(browser.get(path).content.decode().split())


def test_only_what_was_confirmed_is_followed(opened):
    cleared = {"how_often": "often", "cause_given": "clear"}
    with_reading(opened, alice(behaviours=five(accusing=OFTEN, arguing=cleared)))
    told = said(opened)
    assert "I accused" in told
    assert "I argued" not in told
    assert opened.get("/mend/chains/of/arguing").headers["Location"] == "/mend/chains"
    assert opened.get("/mend/chains/of/nonsense").headers["Location"] == "/mend/chains"


def test_a_chain_begins_with_what_was_said_and_becomes_a_practice(opened):
    with_reading(opened, alice(examples={"accusing": "I said: who was it?"}))
    assert "I said: who was it?" in said(opened, "/mend/chains/of/accusing")
    there = opened.post("/mend/chains/of/accusing", CHAIN).headers["Location"]
    assert "My father" in said(opened, there)
    chain = vault().latest(Chain)
    assert chain.document.behaviour == "accusing"
    plan = said(opened, f"/mend/practices/new?chain={chain.id}")
    assert 'value="They were late"' in plan
    assert 'value="I asked who it was"' in plan
    assert opened.get("/mend/practices/new?chain=nonsense").status_code == 200


def test_an_unfinished_chain_is_not_lost(opened):
    with_reading(opened, alice())
    answer = opened.post("/mend/chains/of/accusing", {"fear": "to be left"})
    assert answer.status_code == 422
    assert "to be left" in answer.content.decode()
    assert vault().latest(Chain) is None


@pytest.mark.parametrize(("brooding", "a_day"), [(2, 2), (9, 1)])
def test_a_few_a_day_and_fewer_for_who_broods(opened, monkeypatch, brooding, a_day):
    with_reading(opened, alice(brooding=brooding))
    for _ in range(4):
        opened.post("/mend/chains/of/accusing", CHAIN)
    assert len(vault().all(Chain)) == a_day
    assert "That is enough for today." in said(opened)
    monkeypatch.setenv("AFTERUS_NOW", (NOON + timedelta(days=1)).isoformat())
    assert "That is enough for today." not in said(opened)


def test_who_was_harmed_is_not_sent_to_look_for_their_part(opened):
    with_reading(opened, alice(safety={"ex_hurt_or_threatened_me": True}))
    assert "This is not the time" in said(opened)
    assert "I accused" not in said(opened)
    answer = opened.post("/mend/chains/of/accusing", CHAIN)
    assert answer.headers["Location"] == "/mend/chains"
    assert vault().latest(Chain) is None


def test_words_of_despair_in_a_chain_are_met_with_help(opened):
    with_reading(opened, alice())
    form = CHAIN | {"underneath": "I want to die"}
    there = opened.post("/mend/chains/of/accusing", form).headers["Location"]
    assert "You are not alone with this" in said(opened, there)
