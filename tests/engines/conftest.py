"""A PostgreSQL of one run: it lies in a temporary folder, answers on a socket in it, and goes with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

_DEBIAN = Path("/usr/lib/postgresql")
_ASKED = re.compile(r"(?<!not )\bengine\b")
_QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these tests out unless ``-m`` asks for engines: what they import is installed for them alone."""
    return None if _ASKED.search(config.option.markexpr) else True


class Server:
    """A server that nobody else sees."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.folder, self._programs, self._data = folder, programs, folder / "data"

    def begin(self) -> None:
        """Make its data and start it."""
        self._run(
            "initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "-N"
        )
        # Nobody but the socket is listened to.
        options = f"-k {self.folder} -c listen_addresses= {_QUICK}"
        self._run("pg_ctl", "start", "--wait", f"--options={options}", f"--log={self.folder / 'log'}")

    def end(self) -> None:
        """Stop it; what it holds is not needed any more."""
        self._run("pg_ctl", "stop", "--mode=immediate")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), *arguments]
        subprocess.run([*_as_postgres(), *command], check=True, stdout=subprocess.DEVNULL, cwd=self.folder)


def _as_postgres() -> Sequence[str]:
    """Return how a command is run as user postgres: the server refuses to be run by root."""
    return ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()


def _programs() -> Path | None:
    """Return where the programs of PostgreSQL are: Debian keeps those of each version in a folder."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Yield a running server, or say why there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="ppid-") as folder:  # short: a socket's path has some 100 signs
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        made = Server(programs, Path(folder))
        made.begin()
        try:
            yield made
        finally:
            made.end()


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    """Yield a connection of psycopg in whose transaction a test does what it likes: none of it stays."""
    import psycopg  # noqa: PLC0415  installed for these tests alone

    with psycopg.connect(host=str(server.folder), user="postgres", dbname="postgres") as made:
        yield made
        made.rollback()
