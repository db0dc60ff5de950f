"""Let go: sheets, goodbye, traces, plans."""

from mending import vault, with_reading
from people import alice, bob, safe

from afterus.records.documents import SavedReading, UnsentLetter
from afterus.records.letting_go import LettingGoSheet, Plan, Trace


def text(answer):
    return answer.content.decode()


def test_the_first_page_begins_where_the_reading_points(opened):
    assert "What I take with me" in text(opened.get("/let-go/"))
    with_reading(opened, bob(ex={"valued_me": 1}))
    assert opened.get("/let-go/").context["first"].name in ("gave_and_got", "not_mine")


def test_a_sheet_is_kept_shown_and_written_on_without_a_second_one(opened):
    there = "/let-go/sheet/gave-and-got"
    assert opened.post(there, {"gave": "lifts\nlistening", "got": "tea"}).status_code == 303
    assert "listening" in text(opened.get(there))
    opened.post(there, {"gave": "lifts", "got": "tea", "missed": "a thank you"})
    (kept,) = vault().all(LettingGoSheet)
    assert kept.document.said == {"gave": "lifts", "got": "tea", "missed": "a thank you"}
    assert "lifts</textarea>" in text(opened.get(f"{there}?write"))


def test_the_pain_has_a_new_sheet_each_time_it_speaks(opened):
    there = "/let-go/sheet/pain"
    opened.post(there, {"says": "call now", "who": "no"})
    opened.post(there, {"says": "look at the profile", "who": "unsure"})
    assert len(vault().all(LettingGoSheet)) == 2
    page = text(opened.get(there))
    assert "look at the profile" in page
    assert "call now" in page
    assert "No. It is the pain that speaks" in page


def test_an_empty_sheet_is_not_kept_and_what_is_too_long_is_not_lost(opened):
    there = "/let-go/sheet/alone"
    assert "still empty" in text(opened.post(there, {"hour": "  "}))
    answer = opened.post(there, {"hour": "x" * 20_001})
    assert answer.status_code == 422
    assert "x" * 20_001 in text(answer)
    assert vault().latest(LettingGoSheet) is None


def test_a_sheet_is_thrown_away_only_after_being_asked_and_nothing_else_can_be(opened):
    opened.post("/let-go/sheet/alone", {"hour": "Sunday"})
    kept = vault().latest(LettingGoSheet)
    assert "Throw this away?" in text(opened.get(f"/let-go/throw-away/{kept.id}"))
    opened.post(f"/let-go/throw-away/{kept.id}")
    assert vault().latest(LettingGoSheet) is None
    with_reading(opened, bob())
    reading = vault().latest(SavedReading)
    assert opened.post(f"/let-go/throw-away/{reading.id}").status_code == 404
    assert opened.post(f"/let-go/throw-away/{kept.id}").status_code == 404


def test_words_of_wanting_to_die_are_met_with_help(opened):
    opened.post("/let-go/sheet/alone", {"hour": "At night I want to die"})
    assert "You are not alone with this" in text(opened.get("/let-go/sheet/alone"))


def test_going_back_is_asked_about_with_its_history(opened):
    with_reading(opened, alice(times_broken_up_before=3))
    assert "you counted 3 times" in text(opened.get("/let-go/sheet/back"))
    opened.post("/let-go/sheet/back", {"brought": "a birthday", "new": ""})
    assert "Nothing new is written here" in text(opened.get("/let-go/sheet/back"))


def test_on_safety_nothing_asks_about_going_back(opened):
    with_reading(opened, alice(safety=safe(ex_hurt_or_threatened_me=True)))
    assert "sheet/back" not in text(opened.get("/let-go/"))
    assert opened.get("/let-go/sheet/back").status_code == 303
    opened.post("/let-go/sheet/back", {"brought": "a birthday"})
    assert vault().latest(LettingGoSheet) is None


def test_who_may_want_to_die_is_not_asked_for_a_goodbye_or_to_give_things_away(opened):
    with_reading(opened, bob(safety=safe(thoughts_of_suicide="yes")))
    page = text(opened.get("/let-go/"))
    for shut in ("goodbye", "traces", "celebrate"):
        assert f"/let-go/{shut}" not in page
        assert opened.get(f"/let-go/{shut}").status_code == 303


def test_a_goodbye_is_kept_among_the_letters_that_stay_here(opened):
    answer = opened.post("/let-go/goodbye", {"text": "Thank you for the sea."})
    assert "Thank you for the sea." in text(opened.get(answer.headers["Location"]))
    assert vault().latest(UnsentLetter).document.goodbye
    assert "Thank you for the sea." in text(opened.get("/let-go/goodbye"))
    assert "still empty" in text(opened.post("/let-go/goodbye", {"text": ""}))


def test_a_trace_is_added_ticked_unticked_and_taken_off(opened):
    opened.post("/let-go/traces", {"what": "the blue mug", "choice": "thing.put_away"})
    kept = vault().latest(Trace)
    assert "Put it in a box, out of sight" in text(opened.get("/let-go/traces"))
    opened.post(f"/let-go/traces/{kept.id}", {"do": "done"})
    assert vault().latest(Trace).document.done is not None
    opened.post(f"/let-go/traces/{kept.id}", {"do": "undone"})
    assert vault().latest(Trace).document.done is None
    opened.post(f"/let-go/traces/{kept.id}", {"do": "remove"})
    assert vault().latest(Trace) is None


def test_nothing_is_given_back_to_who_asked_for_no_contact(opened):
    with_reading(opened, bob(contact_now="asked_no_contact"))
    page = text(opened.get("/let-go/traces"))
    assert "give_back" not in page
    answer = opened.post("/let-go/traces", {"what": "their coat", "choice": "thing.give_back"})
    assert answer.status_code == 422
    assert "their coat" in text(answer)


def test_a_plan_is_made_done_and_remembered(opened):
    answer = opened.post("/let-go/plans", {"what": "soup", "who": "Noor", "on": "soon"})
    assert answer.status_code == 422
    assert "Noor" in text(answer)
    opened.post("/let-go/plans", {"what": "soup", "who": "Noor", "on": "2026-11-28"})
    assert "with Noor, Saturday, 28 November" in text(opened.get("/let-go/plans"))
    opened.post(f"/let-go/plans/{vault().latest(Plan).id}", {"do": "done"})
    assert "You did this" in text(opened.get("/let-go/plans"))


def test_all_of_it_is_behind_the_lock(locked):
    for page in ("", "goodbye", "traces", "plans", "celebrate", "sheet/pain"):
        assert locked.get(f"/let-go/{page}").status_code == 302


def test_a_sheet_nobody_knows_is_no_page(opened):
    assert opened.get("/let-go/sheet/nothing").status_code == 404
