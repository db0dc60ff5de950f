"""Small pieces of page that many templates share."""

from django import template

register = template.Library()


@register.filter
def notches(low_to_high: str) -> range:
    """`"0-10"|notches`: the numbers of a scale, both ends in."""
    low, high = (int(part) for part in low_to_high.split("-"))
    return range(low, high + 1)
