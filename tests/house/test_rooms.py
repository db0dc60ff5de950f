"""The house keeps its own rules: who imports whom, how large a room may grow, what it is called."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "afterus"
ROOMS = sorted(p.name for p in SOURCE.iterdir() if p.is_dir() and p.name != "__pycache__")
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
TEMPLATES = sorted(SOURCE.rglob("*.html"))


def named(path):
    return str(path.relative_to(SOURCE))


def test_no_room_imports_what_it_may_not():
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_map_of_rooms_names_every_room_and_no_other():
    named_rooms = re.findall(r"^\| `(\w+)/` \|", (ROOT / "docs/rooms.md").read_text(), re.MULTILINE)
    assert sorted(named_rooms) == ROOMS


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_stays_within_300_lines_and_its_functions_within_40(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_stays_within_120_lines(path):
    assert len(path.read_text().splitlines()) <= 120


LIBRARY = ("method", "safety", "language", "chats", "healing", "content", "mirror")


def test_the_library_part_imports_without_the_web_part_installed():
    blocked = ["django", "psycopg", "whitenoise", "waitress", "nacl", "platformdirs"]
    code = (
        "import sys, importlib.abc\n"
        "class Block(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name.split('.')[0] in {blocked!r}: raise ImportError(name)\n"
        "sys.meta_path.insert(0, Block())\n"
        + "".join(f"import afterus.{room}\n" for room in LIBRARY)
        + "from afterus.method import parse_answers, read\n"
        "from afterus.safety import screen\n"
        "print(read(parse_answers({}), screen({'underneath': 'I want to die'})).path)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "safety", done.stderr


def test_the_package_asks_for_django_only_where_the_app_is_wanted():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [d.split(">")[0] for d in project["dependencies"]] == ["msgspec", "numpy"]
    assert any(d.startswith("django") for d in project["optional-dependencies"]["app"])


def test_the_pins_hold_hashes_and_no_address():
    for pins in (ROOT / "requirements").glob("*.txt"):
        text = pins.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert not re.search(r"index|find-links", text)
