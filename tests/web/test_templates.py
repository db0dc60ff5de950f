"""Every word of a template comes from the content."""

import re
from pathlib import Path

import pytest

import afterus.web
from afterus.content import load

WEB = Path(afterus.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STYLES = sorted((WEB / "static").rglob("*.css"))

named = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB / "templates"))
)


def bare(text):
    text = re.sub(r"\{% block place %\}.*?\{% endblock %\}", "", text)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", text, flags=re.DOTALL)
    words = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    return " ".join([re.sub(r"<[^>]*>", "", text, flags=re.DOTALL), *words])


@named
def test_no_template_holds_a_bare_word(template):
    assert re.findall(r"[^\W\d_]{2,}", bare(template.read_text())) == []


@named
def test_every_key_a_template_names_has_its_text(template):
    content = load("en")
    keys = re.findall(r"""\{% say ["']([\w.]+)["'](?!\|)""", template.read_text())
    assert [key for key in keys if not content.has(key)] == []


@named
def test_templates_stay_short_and_hold_no_style_or_script_of_their_own(template):
    text = template.read_text()
    assert len(text.splitlines()) <= 120
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script>", text)


def test_the_fonts_are_few_small_and_come_with_their_licence():
    fonts = sorted((WEB / "static/afterus/fonts").glob("*.woff2"))
    assert sum(font.stat().st_size for font in fonts) < 150_000
    assert list((WEB / "static/afterus/fonts").glob("*.LICENSE.txt"))


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_ask_no_other_site(style):
    assert "//" not in re.sub(r"/\*.*?\*/", "", style.read_text(), flags=re.DOTALL)
