"""A page that is followed step by step: files to write, commands to run, and what they print."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from attrs import define, frozen
from tests.plugins.venv import UNWANTED, lending

BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
ANYTHING = "…"
PROMPT = "$ "


@frozen(kw_only=True)
class File:
    """A file that the reader is told to write, its path below the folder that the reader stands in."""

    path: str
    content: str


@frozen(kw_only=True)
class Command:
    """A command, and the lines that the page shows of what it prints; none where it shows nothing."""

    line: str
    shown: str = ""

    def agrees(self, printed: str) -> bool:
        """Tell whether what was printed is what is shown; spaces in a row are one, ``…`` is anything."""
        pieces = " ".join(self.shown.split()).split(ANYTHING)
        pattern = ".*".join(re.escape(piece.strip(" ")).replace(r"\ ", " ") for piece in pieces)
        loose = pattern.replace(".*", " ?.* ?")
        return re.fullmatch(loose, " ".join(printed.split()), re.DOTALL) is not None


def steps(page: str) -> Iterator[File | Command]:
    """Yield what a page tells its reader to do, in its order."""
    for block in BLOCK.finditer(page):
        if block["file"]:
            yield File(path=block["file"], content=block["body"])
        elif block["kind"] == "console":
            yield from _commands(block["body"])


def _commands(body: str) -> Iterator[Command]:
    for piece in re.split(rf"^{re.escape(PROMPT)}", body, flags=re.MULTILINE)[1:]:
        line, _, shown = piece.partition("\n")
        yield Command(line=line, shown=shown.strip())


@define(kw_only=True)
class Shell:
    """A terminal: what a command changes (folder, variables) is there for the next one."""

    folder: Path
    environment: Mapping[str, str]
    notes: Path

    @classmethod
    def fresh(cls, folder: Path, temporary: pytest.TempPathFactory, **variables: str) -> Shell:
        """Return a terminal in an empty folder; pip finds our wheel and what is lent, all else is theirs."""
        environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        pip = {**lending(temporary.getbasetemp()), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        told = {**environment, **pip, "PYTHONUTF8": "1", **variables}
        return cls(folder=folder, environment=told, notes=temporary.mktemp("notes"))

    def follow(self, page: str) -> str:
        """Do what a page tells, in its order, and return the first command that prints what is not shown."""
        for step in steps(page):
            if isinstance(step, File):
                self.write(step)
            elif not step.agrees(printed := self.run(step)):
                return f"$ {step.line}\n{printed}"
        return ""

    def write(self, file: File) -> None:
        """Write a file below the folder that the terminal stands in."""
        path = self.folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, encoding="utf-8")

    def run(self, command: Command) -> str:
        """Return what a command prints, errors too."""
        left = f'code=$?; pwd > "{self.notes}/folder"; env -0 > "{self.notes}/variables"; exit $code'
        done = subprocess.run(
            ["bash", "-c", f"{command.line}\n{left}"],  # noqa: S607  the reader's own
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=self.folder,
            env=dict(self.environment),
        )
        self.folder = Path((self.notes / "folder").read_text("utf-8").strip())
        variables = (self.notes / "variables").read_text("utf-8").rstrip("\0").split("\0")
        self.environment = dict(variable.split("=", 1) for variable in variables)
        return done.stdout
