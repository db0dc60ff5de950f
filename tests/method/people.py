"""Answers of invented people, each a small change to one whose half is theirs to mend."""

from typing import Any

SAFE: dict[str, Any] = {
    "afraid_of_ex": False,
    "ex_hurt_or_threatened_me": False,
    "i_hurt_or_threatened_ex": False,
    "i_check_or_follow_ex": False,
    "thoughts_of_suicide": "no",
}
GOOD_EX: dict[str, Any] = {
    "valued_me": 8,
    "available": 8,
    "cheated": "no",
    "lied": "no",
    "contempt": "never",
    "new_partner": False,
    "open_to_talk": "yes",
}
NEVER = {"how_often": "never", "cause_given": "none"}
OFTEN = {"how_often": "often", "cause_given": "none"}
FIVE = ("accusing", "holding_back", "demanding", "arguing", "overcomplicating")


def five(**changed: dict[str, str]) -> dict[str, dict[str, str]]:
    """The five questions, "never" but for those named."""
    return {name: changed.get(name, NEVER) for name in FIVE}


def alice(**changed: Any) -> dict[str, Any]:
    """Alice accused and demanded out of fear, sees it, and was treated well."""
    answers = {
        "safety": SAFE,
        "ended_days_ago": 30,
        "ended_by": "ex",
        "contact_now": "none",
        "behaviours": five(accusing=OFTEN, demanding=OFTEN),
        "acceptance": 9,
        "fears": ["loss", "replaced"],
        "ex": GOOD_EX,
    }
    return answers | changed


def bob(**changed: Any) -> dict[str, Any]:
    """Bob did little; he was spoken down to and counted for little."""
    ex = GOOD_EX | {"valued_me": 2, "contempt": "often", "open_to_talk": "no"}
    return alice(behaviours=five(), acceptance=1, ex=ex) | changed


def safe(**changed: Any) -> dict[str, Any]:
    """The safety answers, all well but for those named."""
    return SAFE | changed


def ex(**changed: Any) -> dict[str, Any]:
    """The other's part, all well but for what is named."""
    return GOOD_EX | changed
