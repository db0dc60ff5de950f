"""What is typed anywhere, and what is uploaded, lies nowhere on the disk in clear."""

import base64
import os
import shutil
import signal
import sqlite3
from contextlib import closing

from served import Server
from visiting import first_run, unlock
from walking import begin

CANARY = "yellowcanary7261"
MEGABYTES = 3


def holding(folder, word):
    """The files below a folder that hold a word, as it is or as bytes are often written."""
    forms = (word.encode(), word.encode("utf-16-le"), base64.b64encode(word.encode())[:-4])
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.name == "afterus.sqlite3" for file in files)
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]


def type_it_everywhere(visitor, tmp_path):
    """Into each kind of field, kept and refused, open and locked."""
    first_run(visitor)
    visitor.goto("/account/choices")
    visitor.page.fill("#other_name", CANARY)
    visitor.press("Keep this")
    visitor.goto("/")
    begin(visitor, "long")
    visitor.goto("/understand/reflection/insecurities")
    visitor.page.locator("textarea").first.fill(f"{CANARY} one")
    visitor.press("Go on")
    visitor.goto("/understand/reflection/drift_late")
    visitor.page.fill("textarea", f"{CANARY} two, kept while typing")
    visitor.page.get_by_text("Kept.", exact=True).wait_for()
    visitor.goto("/understand/reflection/before")
    visitor.page.locator("main input[inputmode]").fill(CANARY[:12])
    visitor.press("Go on")
    visitor.goto("/understand/look-over")
    visitor.press("See my reading")
    step = visitor.page.locator("li.step").first
    step.locator("summary").click()
    step.locator("input[name=note]").fill(f"{CANARY} three")
    visitor.leads_on(step.locator("button"))
    upload = tmp_path / "elsewhere" / "upload.txt"
    upload.parent.mkdir()
    upload.write_text(f"{CANARY} four " * (MEGABYTES * 1024 * 1024 // 22))
    visitor.goto("/account/import")
    visitor.page.set_input_files("#file", upload)
    visitor.page.fill("#passphrase", f"{CANARY} five")
    visitor.press("Bring it back")
    visitor.goto(f"/{CANARY}")
    visitor.goto("/understand/reflection/drift_early")
    visitor.page.fill("textarea", f"{CANARY} six")
    visitor.page.context.clear_cookies(name="k")
    visitor.press("Keep this answer")
    unlock(visitor, f"{CANARY} seven")
    shutil.rmtree(upload.parent)


def test_nothing_typed_or_uploaded_is_found_on_the_disk(own_server, visit, tmp_path):
    visitor = visit(own_server)
    type_it_everywhere(visitor, tmp_path)
    own_server.stop(signal.SIGKILL)
    assert holding(tmp_path, CANARY) == []
    home = str(own_server.home / "afterus")
    strays = [path for path in own_server.opened if not path.startswith((home, os.devnull))]
    assert [path for path in strays if "__pycache__" not in path] == []


def test_a_stolen_database_opens_nothing_not_even_its_open_session(own_server, visit, tmp_path):
    visitor = visit(own_server)
    first_run(visitor)
    own_server.stop(signal.SIGKILL)
    shutil.copytree(own_server.home, tmp_path / "stolen")
    thief_server = Server(tmp_path / "stolen", tmp_path / "thief.log")
    with closing(sqlite3.connect(thief_server.database)) as database:
        [(session,)] = database.execute("SELECT session_key FROM django_session").fetchall()
    thief_server.start()
    thief = visit(thief_server)
    for key in ("", "A" * 43, session):
        cookies = {"s": session, "k": key}
        thief.page.context.add_cookies(
            [{"name": n, "value": v, "url": thief_server.address} for n, v in cookies.items()]
        )
        thief.goto("/account")
        assert thief.path == "/unlock?next=/account"
    thief_server.stop()
