import pytest

from afterus.content import Other, RenderError, load, render, render_all

SAM = {pronouns: Other("Sam", pronouns) for pronouns in ("he", "she", "they")}


@pytest.mark.parametrize(
    ("pronouns", "said"),
    [
        ("he", "Sam left. He keeps his word, I miss him, it is his, he blames himself."),
        ("she", "Sam left. She keeps her word, I miss her, it is hers, she blames herself."),
        ("they", "Sam left. They keep their word, I miss them, it is theirs, they blame themself."),
    ],
)
def test_each_set_of_pronouns_is_spoken_in_full(pronouns, said):
    text = (
        "{Name} left. {They} {keeps|keep} {their} word, I miss {them}, it is {theirs}, "
        "{they} {blames|blame} {themself}."
    )
    assert render(text, SAM[pronouns]) == said


def test_without_a_name_the_other_is_your_ex():
    assert render("{Name} has left. You miss {name}.") == "Your ex has left. You miss your ex."


def test_a_name_keeps_its_own_spelling():
    assert render("{name}, {Name}", Other("van Dyke", "she")) == "van Dyke, Van Dyke"


def test_three_forms_are_he_she_and_they():
    assert [render("{a|b|c}", SAM[form]) for form in ("he", "she", "they")] == ["a", "b", "c"]


def test_every_pronoun_can_start_a_sentence():
    text = "{They} {Them} {Their} {Theirs} {Themself}"
    assert render(text, SAM["he"]) == "He Him His His Himself"


@pytest.mark.parametrize(("days", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_a_number_picks_its_word(days, said):
    assert render("{days} {days#day|days}", days=days) == said


@pytest.mark.parametrize("text", ["{nobody}", "{Days}", "{}", "{a|b|c|d}", "{days#day}", "{n#a|b}"])
def test_a_placeholder_nobody_can_fill_is_an_error_that_names_it(text):
    with pytest.raises(RenderError, match=r"\{"):
        render(text, days=3)


def test_a_name_with_braces_is_left_alone():
    assert render("Hello {name}", Other("{they}", "she")) == "Hello {they}"


def test_a_whole_page_is_rendered_at_once():
    page = render_all(load("en").principle("being_valued"), SAM["she"])
    said = " ".join(page.body)
    assert "Did Sam show that she was glad of you?" in said
    assert "{" not in said
    assert page.id == "being_valued"
