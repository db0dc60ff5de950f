"""The docs say what is true: every name they should hold is there, and every example runs."""

import argparse
import ast
import io
import json
import re
import tomllib
from contextlib import redirect_stdout
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

from afterus.content import load
from afterus.method import BEHAVIOURS, Answers, parse_answers, read

ROOT = Path(__file__).parents[2]
DOCS = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
METHOD = ROOT / "src" / "afterus" / "method"
ENVIRONMENT = ROOT / "src" / "afterus" / "web" / "environment.py"
HOSTS = {"keepachangelog.com", "semver.org"}


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def named(path):
    return str(path.relative_to(ROOT))


each_doc = pytest.mark.parametrize("doc", DOCS, ids=named)


def blocks(name, language=""):
    """The fenced blocks of a doc in this language, in order."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", text(name), re.DOTALL | re.MULTILINE)
    return [inside for tongue, inside in fences if tongue == language]


# --- what every doc must be ---


@each_doc
def test_every_link_leads_somewhere(doc):
    for target in re.findall(r"\]\(([^)#]*)", doc.read_text(encoding="utf-8")):
        if target and not target.startswith("https://"):
            assert (doc.parent / target).exists(), target


@each_doc
def test_no_doc_names_a_host_or_a_path_of_somebodys_machine(doc):
    words = doc.read_text(encoding="utf-8")
    assert set(re.findall(r"\b[\w-]+\.(?:com|org|io|net|dev)\b", words)) <= HOSTS
    assert not re.search(r"(?<![\w.])/(work|tmp|root|home|Users|usr|opt|var|etc)/", words)


def test_decisions_are_numbered_and_say_context_decision_and_consequences():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        heads = re.findall(r"^## (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        wanted = ["Context", "Decision", "Consequences"]
        assert [head for head in heads if head in wanted] == wanted, page.name


# --- README ---


def test_the_readme_sets_up_with_two_commands():
    commands = [line.split("#")[0].strip() for line in blocks("README.md")[0].splitlines()]
    assert commands == ["python3 go", "python3 go test"]


def test_the_readmes_library_example_runs_and_prints_what_it_says():
    said = io.StringIO()
    with redirect_stdout(said):
        exec(blocks("README.md", "python")[0], {})
    assert said.getvalue() == blocks("README.md")[-1]


# --- settings and the command line ---


def variables(*names):
    return set(re.findall(r"\bAFTERUS_\w+", "".join(map(text, names))))


def test_every_variable_of_the_environment_is_explained():
    assert variables(named(ENVIRONMENT), "go") <= variables("docs/settings.md")


def test_every_variable_explained_is_read_somewhere():
    code = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert variables("docs/settings.md") <= variables("go", *map(named, code))


def commands():
    from afterus.cli.main import parser

    top = parser()
    (inner,) = (each for each in top._actions if isinstance(each, argparse._SubParsersAction))
    return {"": top, **inner.choices}


def test_every_command_and_option_is_explained():
    page = text("docs/command-line.md")
    headings = re.findall(r"^## `afterus ?(\S*)", page.replace("`\n", " \n"), re.MULTILINE)
    assert headings == list(commands())
    sections = dict(
        zip(headings, re.split(r"^## `afterus", page, flags=re.MULTILINE)[1:], strict=True)
    )
    for name, parser in commands().items():
        for option in (o for action in parser._actions for o in action.option_strings):
            assert option in ("-h", "--help") or f"`{option}" in sections[name], (name, option)


def test_every_command_of_the_readme_is_one():
    rows = re.findall(r"^\| `python3 go (\w+)", text("README.md"), re.MULTILINE)
    assert set(rows) == set(commands()) - {""}


def test_every_verb_of_the_runner_is_in_the_guide():
    verbs = re.findall(r'"(\w+)": \w+', re.search(r"verbs = {(.*?)}", text("go"))[1])
    for verb in verbs:
        assert f"| `python3 go {verb}` |" in text("CONTRIBUTING.md")


# --- the contract of a reading ---


def said(kind):
    if isinstance(kind, inspect.UnionType):
        return [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    return [kind]


def names_of(kind, key=""):
    """Every dotted key below a type, and every word that may be its value."""
    for each in said(kind):
        match each:
            case inspect.StructType():
                for field in each.fields:
                    yield from names_of(field.type, f"{key}.{field.encode_name}".lstrip("."))
            case inspect.VarTupleType():
                yield from names_of(each.item_type, key)
            case inspect.LiteralType():
                yield key
                yield from each.values
            case _:
                yield key


def test_every_answer_and_value_of_the_contract_is_explained():
    named_in_doc = set(re.findall(r"`([^`\n]+)`", text("docs/reading.md")))
    for name in set(names_of(inspect.type_info(Answers))):
        behaviour = re.fullmatch(rf"(\w+\.(?:{'|'.join(BEHAVIOURS)}))\.(\w+)", name)
        parts = behaviour.groups() if behaviour else (name,)
        assert set(parts) <= named_in_doc, name


def test_the_example_of_a_reading_is_what_comes_out():
    given, expected = map(json.loads, blocks("docs/reading.md", "json"))
    reading = json.loads(msgspec.json.encode(read(parse_answers(given))))
    assert expected.pop("findings") == []
    assert expected.pop("reasons") == reading["reasons"][:1]
    assert {key: reading[key] for key in expected} == expected


def constants(node):
    return {
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def functions(*files):
    for file in files:
        yield from (
            node
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef)
        )


def written_reasons():
    """(key, principle) of every reason that the rules can give."""
    for function in functions(*sorted((METHOD / "rules").glob("*.py"))):
        for call in ast.walk(function):
            name = getattr(getattr(call, "func", None), "id", "")
            if isinstance(call, ast.Call) and name in {"Reason", "_reason", "_written"}:
                key, principle = call.args[:2] if name == "Reason" else call.args[1:3]
                if isinstance(principle, ast.Constant):
                    yield from ((each, principle.value) for each in keys_of(key, function))


def keys_of(node, function):
    """The key itself, or the two that a variable of the function may hold."""
    if isinstance(node, ast.Constant):
        return [node.value]
    chosen = [
        each.value
        for each in ast.walk(function)
        if isinstance(each, ast.Assign) and getattr(each.targets[0], "id", "") == node.id
    ]
    return [each.value for choice in chosen for each in (choice.body, choice.orelse)]


def written_steps():
    tree = ast.parse((METHOD / "steps.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Yield | ast.YieldFrom) and not isinstance(node.value, ast.Call):
            yield from constants(node.value)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_MOTIVE_STEPS":
            yield from (pair.elts[1].value for pair in node.value.elts)


def test_the_rules_are_read_here_in_full():
    reasons = {key for key, _ in written_reasons()}
    assert {"harmed_by_ex", "wrote_of_harm", "both_sides", "treated_badly", "celebrate"} <= reasons
    assert len(reasons) >= 50
    assert {"care_for_pain", "call_crisis_line", "look_again"} <= set(written_steps())
    assert len(set(written_steps())) >= 40


def test_every_reason_is_explained_has_its_words_and_names_a_principle():
    content, page = load("en"), text("docs/reading.md")
    for key, principle in written_reasons():
        assert f"| `{key}` |" in page, key
        assert principle in content.principles, key
        assert content.has(f"reading.reason.{key}.title"), key
        assert content.has(f"reading.reason.{key}.text"), key


def test_every_step_is_explained_and_has_its_words():
    content, page = load("en"), text("docs/reading.md")
    for step in written_steps():
        assert f"`{step}`" in page, step
        assert content.has(f"reading.step.{step}.title"), step
        assert content.has(f"reading.step.{step}.text"), step


# --- the rest ---


def test_every_dependency_has_its_reason():
    project = tomllib.loads(text("pyproject.toml"))
    wanted = [
        *project["project"]["dependencies"],
        *(d for extra in project["project"]["optional-dependencies"].values() for d in extra),
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    page = text("docs/decisions/0003-dependencies.md")
    for dependency in wanted:
        if isinstance(dependency, str):
            assert f"| {re.split(r'[^A-Za-z0-9-]', dependency)[0]} |" in page, dependency


def test_the_changelog_tells_of_this_version():
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert re.search(
        rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", text("CHANGELOG.md"), re.MULTILINE
    )


def test_the_format_page_gives_the_layout_the_code_has():
    from afterus.vault import HOSTED, LAPTOP, backups, form

    page = text("docs/vault-format.md")
    for kept in (form.MAGIC.decode(), backups.MAGIC.decode()):
        assert f"`{kept}`" in page
    for what in form.What:
        assert f"`{what.value.decode()}`" in page
    for cost in (LAPTOP, HOSTED):
        assert f"| {cost.passes} | {cost.memory:,} KiB" in page
    assert f"multiple of {form.PADDED_TO} bytes" in page
    assert f"describes format {form.FORMAT}." in page


def test_the_format_page_names_every_kind_of_document():
    from afterus.records.documents import VERSIONS

    for kind in VERSIONS:
        assert f"| `{kind}` |" in text("docs/vault-format.md")
