"""What the reflection's pages do beyond their own answers."""

from afterus.records import unlock
from afterus.records.documents import Settings

PASSPHRASE = "river lamp stone bread"


def name_kept():
    return unlock(PASSPHRASE).latest(Settings).document.other_name


def test_the_name_given_in_the_reflection_is_used_everywhere(opened):
    opened.post("/understand/reflection", {"way": "short"})
    form = {"other.name": "Sam", "other.pronouns": "she", "go": "next"}
    opened.post("/understand/reflection/other", form)
    assert name_kept() == "Sam"


def test_skipping_the_name_leaves_the_one_chosen_before(opened):
    opened.post("/account/choices", {"other_name": "Sam"})
    opened.post("/understand/reflection", {"way": "short"})
    opened.post("/understand/reflection/other", {"go": "skip"})
    assert name_kept() == "Sam"


def test_a_country_chosen_on_a_page_of_care_leads_back_to_it(opened):
    opened.post("/understand/reflection", {"way": "short"})
    form = {"safety.afraid_of_ex": "yes", "go": "next"}
    answer = opened.post("/understand/reflection/afraid", form)
    assert answer.headers["Location"] == "/understand/care"
    answer = opened.post("/help", {"country": "IE", "next": "/understand/care"})
    assert answer.headers["Location"] == "/understand/care"
    assert "Women&#x27;s Aid" in opened.get("/understand/care").content.decode()


def test_a_choice_of_country_leads_to_no_other_site(opened):
    answer = opened.post("/help", {"country": "IE", "next": "https://example.org/"})
    assert answer.headers["Location"] == "/"
