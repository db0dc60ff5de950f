"""How much of a chat is in English."""

import pytest

from afterus.language import english_share

ENGLISH = [
    "can you get some milk on the way home",
    "i dont know what you want me to say",
    "Sorry, I was at work and my phone died",
    "u coming over tonight or what",
    "That's not what I meant at all",
    "happy birthday my love, hope you have the best day",
]
OTHERS = [
    "ich bin noch in der arbeit und komme so um acht",
    "no sé qué quieres que te diga, de verdad",
    "tu me manques, on se voit quand ce soir ?",
    "ma che ore sono? sei già a casa o no",
    "ik ben nog even in de stad met mijn zus",
    "eu te amo muito, bom dia meu amor",
    "main ghar aa raha hoon thodi der mein",
    "czy możesz kupić mleko po drodze do domu",
    "jag kommer hem om en timme eller så",
    "где ты был весь день сегодня опять",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_counts_as_english(text):
    assert english_share([text]) == 1


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_does_not(text):
    assert english_share([text]) == 0


def test_a_few_words_say_nothing():
    assert english_share(["ok", "lol yes", "nein"]) is None
    assert english_share([]) is None


def test_a_mixed_chat_has_a_share():
    assert english_share([ENGLISH[0], OTHERS[0], "ok"]) == 0.5
