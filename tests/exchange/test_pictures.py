"""Pictures say in words what they show, hide no gap, and hold no style of their own."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from afterus.exchange.pictures import Bar, Curve, Mark, Point, bars, curves

SVG = "{http://www.w3.org/2000/svg}"
values = st.floats(0, 100).map(lambda value: Point(value, value * 0.8, min(value * 1.2, 100)))


def drawn(told):
    return ElementTree.fromstring(told)


def curve_of(points):
    steps = [str(place) for place in range(len(points))]
    return drawn(curves("one", "Warmth", "It went.", steps, [Curve("warm", "Warmth", points)]))


@given(st.lists(values | st.none(), min_size=1, max_size=80))
def test_a_picture_is_well_formed_and_stays_within_its_frame(points):
    seen = curve_of(tuple(points))
    for circle in seen.iter("circle"):
        assert 0 <= float(circle.get("cx")) <= 360
        assert 0 <= float(circle.get("cy")) <= 220
    assert len(list(seen.iter("circle"))) == sum(point is not None for point in points)


def test_a_line_is_not_drawn_over_a_gap():
    known = Point(1, 0.5, 2)
    seen = curve_of((known, known, None, known, known))
    assert len([one for one in seen.iter("path") if "line" in one.get("class")]) == 2


def test_what_rests_on_little_looks_so():
    seen = curve_of((Point(1, 0, 9, sure=False), Point(1, 0.5, 2)))
    assert [one.get("class") for one in seen.iter("circle")] == ["dot unsure warm", "dot warm"]


def test_a_screen_reader_is_told_the_title_and_the_summary():
    seen = curve_of((Point(1, 0, 2),))
    assert seen.get("role") == "img"
    assert [one.text for one in seen[:2]] == ["Warmth", "It went."]
    assert seen.get("aria-labelledby").split() == [one.get("id") for one in seen[:2]]


def test_words_are_told_as_they_are_and_never_as_markup():
    told = curves("one", "<b>", "a & b", ["1"], [], [Mark(0, "break", "<i>")])
    assert "<b>" not in told
    assert "style" not in told
    assert [one.text for one in drawn(told).iter("text")][-1] == "<i>"


def test_both_are_drawn_on_one_scale():
    seen = drawn(bars("two", "Both", "So.", [Bar("accusing", (4, 3, 5), (2, 1, 3))]))
    mine, theirs = (float(one.get("width")) for one in seen.iter("rect"))
    assert mine == 2 * theirs


def test_nothing_to_count_is_no_bar():
    seen = drawn(bars("two", "Both", "So.", [Bar("accusing", None, (0, 0, 3))]))
    assert len(list(seen.iter("rect"))) == 1
