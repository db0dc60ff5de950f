"""Documents to keep."""

from datetime import UTC, date, datetime

from afterus.records.documents import Reflection, SavedReading, Settings, StepDone

NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SETTINGS = Settings(country="IE", other_name="Sam", other_pronouns="she")
REFLECTION = Reflection(
    started=NIGHT,
    updated=NIGHT,
    answers={"acceptance": 7, "ex": {"valued_me": 3}, "insecurities": ["too quiet"]},
    at="fears",
    state={"afraid": "said", "together": "skipped"},
    replies={"a1": "not_meant"},
)
READING = SavedReading(made=NIGHT, answers={"acceptance": 7}, reading={"path": "let_go"})
STEP = StepDone(on=date(2026, 11, 24), reading_id="r1", step="celebrate", note="cake with Ben")
ALL = (SETTINGS, REFLECTION, READING, STEP)
