"""The script in docs/mirror.md runs as it stands there."""

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "mirror.md"
CHAT = "".join(
    f"[{day:02}/01/2024, 10:0{minute}:00] {who}: where are you today my love\n"
    for day in range(13, 30)
    for minute, who in enumerate(("Maya", "Ben"))
)


def test_the_script_on_the_page_prints_the_five_questions_for_both(tmp_path):
    (tmp_path / "chat.txt").write_text(CHAT)
    (script,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert names == ["accusing", "holding_back", "demanding", "arguing", "overcomplicating"]
