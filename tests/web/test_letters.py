"""Letters that stay here."""

from mending import vault

from afterus.records.documents import UnsentLetter


def test_a_letter_is_kept_sealed_and_read_again(opened):
    answer = opened.post("/mend/letters", {"text": "Dear you, I saw the sea today."})
    assert answer.status_code == 303
    assert "I saw the sea today." in opened.get(answer.headers["Location"]).content.decode()
    assert vault().latest(UnsentLetter).document.text == "Dear you, I saw the sea today."


def test_an_empty_letter_is_not_kept_and_one_too_long_is_not_lost(opened):
    assert "still empty" in opened.post("/mend/letters", {"text": " \n"}).content.decode()
    long = "word " * 4_001
    answer = opened.post("/mend/letters", {"text": long})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    assert vault().latest(UnsentLetter) is None


def test_what_a_letter_says_of_wanting_to_die_is_met_with_help(opened):
    answer = opened.post("/mend/letters", {"text": "I want to die without you"})
    page = opened.get(answer.headers["Location"]).content.decode()
    assert "You are not alone with this" in page


def test_a_letter_is_thrown_away_only_after_being_asked(opened):
    there = opened.post("/mend/letters", {"text": "goodbye"}).headers["Location"]
    assert "Throw this letter away?" in opened.get(f"{there}/burn").content.decode()
    assert vault().latest(UnsentLetter) is not None
    opened.post(f"{there}/burn")
    assert vault().latest(UnsentLetter) is None
    assert opened.get(there).status_code == 404


def test_the_letters_are_behind_the_lock(locked):
    assert locked.get("/mend/letters").status_code == 302
    assert locked.get("/mend/").status_code == 302
