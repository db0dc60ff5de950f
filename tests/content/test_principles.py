import re

import pytest

from afterus.content import load

IDS = [
    "it_takes_two",
    "drift_of_comfort",
    "fear_and_insecurity",
    "feeling_is_not_acting",
    "cause_matters",
    "fear_pushes_away",
    "give_space",
    "say_it_once",
    "five_questions",
    "reason_underneath",
    "real_acceptance",
    "work_on_it",
    "little_was_yours",
    "being_valued",
    "being_available",
    "betrayal",
    "contempt_wears_away",
    "their_no_counts",
    "pain_is_not_love",
    "on_and_off",
    "time_heals",
    "celebrate_being_let_go",
    "not_your_fault",
    "stop_frightening",
    "control_is_harm",
    "you_matter_first",
    "the_order_stands",
    "harm_on_both_sides",
    "too_early",
    "answers_disagree",
    "too_little_said",
    "blame_not_yours",
    "brooding",
    "no_odds",
    "children_in_common",
]

principles = load("en").principles
each_page = pytest.mark.parametrize("page", principles.values(), ids=principles.keys())


def test_every_principle_has_its_page_and_no_other_page_exists():
    assert sorted(principles) == sorted(IDS)


@each_page
def test_a_page_says_what_it_rests_on_and_what_it_does_not_say(page):
    assert 3 <= len(page.body) <= 6
    assert page.sources
    assert page.limits
    assert len(re.findall(r"[.?]", page.short)) == 1
    assert page.short[-1] in ".?"


@each_page
def test_a_study_is_cited_with_its_doi_or_we_say_that_we_have_none(page):
    for study in page.sources:
        if study.kind != "research":
            assert not study.doi
            assert study.strength is None
            continue
        assert study.authors
        assert study.strength
        assert study.seen
        assert re.match(r"10\.\d{4,9}/\S+$", study.doi) or study.note, study.authors
        assert bool(study.link) == bool(study.doi)


@each_page
def test_what_was_read_only_from_memory_says_so(page):
    for study in page.sources:
        if study.seen == "memory":
            assert "memory" in study.note
            assert study.strength == "weak"


@each_page
def test_a_page_without_research_says_so_plainly(page):
    if not page.researched:
        said = " ".join(source.text for source in page.sources)
        assert re.search("no study|not a finding|not research", said)


@each_page
def test_related_pages_exist(page):
    assert page.related
    assert set(page.related) <= set(principles) - {page.id}


def test_the_same_study_reads_the_same_on_every_page():
    studies = [s for page in principles.values() for s in page.sources if s.kind == "research"]
    assert len(set(studies)) == len({(s.authors, s.year) for s in studies})


@pytest.mark.parametrize("name", ["fear_pushes_away", "give_space", "brooding", "time_heals"])
def test_findings_that_disagree_are_shown_beside_those_that_agree(name):
    strengths = {source.strength for source in principles[name].sources}
    assert "supports" in strengths
    assert strengths & {"mixed", "weak", "against"}


def test_whoever_was_harmed_reads_that_it_was_not_their_fault():
    said = " ".join(principles["not_your_fault"].body)
    assert "did not make anyone hurt you" in said
    assert "safe" in said


def test_whoever_frightens_is_told_to_stop_and_where_help_is():
    page = principles["stop_frightening"]
    said = " ".join(page.body)
    assert "has to stop" in page.short
    assert "lines for people who worry about how they act" in said
    assert not re.search(r"\byou are (a|an) \w+", said)


def test_the_odds_page_gives_no_number():
    assert not re.search(r"\d", " ".join(principles["no_odds"].body))
