"""The invented person's letting go fits the pages it is shown on."""

from afterus.content import load
from afterus.method import TRACE_KINDS, choices, reaching

STORY = load("en").demo["let_go"]


def test_each_sheet_fills_parts_that_are_there():
    for told in STORY["sheets"]:
        sheet = load("en").sheets[told["page"]]
        assert set(told["said"]) <= {part.id for part in sheet.parts}


def test_each_trace_has_a_choice_of_its_kind():
    for told in STORY["traces"]:
        assert told["of"] in TRACE_KINDS
        assert told["choice"] in choices(told["of"], reaching(None, None))
