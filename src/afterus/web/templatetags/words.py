"""Words from the content, in a template: `{% say "pages.today.title" days=3 %}`."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from afterus.content import load

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: object) -> str:
    """The text at a key, said for this person."""
    person = context.get("person")
    language = person.settings.language if person else "en"
    content = load(language)
    return content.say(key, context.get("other"), **values) if content.has(key) else key


@register.filter
def paragraphs(text: str) -> SafeString:
    """Each part between empty lines becomes a paragraph."""
    parts = (part.strip() for part in str(text).split("\n\n"))
    return format_html_join("\n", "<p>{}</p>", ((conditional_escape(p),) for p in parts if p))


@register.filter
def at(mapping: Any, key: Any) -> Any:
    """What a mapping has at a key that the template only knows by name; "" for nothing."""
    return mapping.get(key, "") if mapping else ""
