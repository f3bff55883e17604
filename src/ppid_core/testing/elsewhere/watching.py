"""Notes what a job does outside its own memory, by Python's audit events, and refuses the worst of it."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

NETWORK = ("socket", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "nntplib")
PROCESSES = ("exec", "fork", "forkpty", "posix_spawn", "spawn", "startfile", "system")
DISK = (
    *("chflags", "chmod", "chown", "link", "mkdir", "remove", "removexattr", "rename", "rmdir"),
    *("setxattr", "symlink", "truncate", "utime"),
)
REFUSED: Mapping[str, str] = {
    **dict.fromkeys(NETWORK, "used the network"),
    **dict.fromkeys(("subprocess", "pty"), "started a process"),
    "webbrowser": "opened a browser",
    "tempfile": "wrote a temporary file",
    "shutil": "changed the disk",
    "sqlite3": "opened a database",
}
"""What it means when an audit event of this module comes."""

REFUSED_OF_OS: Mapping[str, str] = {
    **dict.fromkeys(PROCESSES, "started a process"),
    **dict.fromkeys(DISK, "changed the disk"),
    **dict.fromkeys(("kill", "killpg"), "signalled a process"),
    **dict.fromkeys(("putenv", "unsetenv"), "changed the environment"),
    "chdir": "changed the working folder",
}
IN_MEMORY = ("sqlite3.connect", ":memory:")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """Notes events from entering until leaving; audit hooks cannot be taken away, so it only stops noting.

    Attributes:
        touched: what was seen, in words, each once.
    """

    def __init__(self, homes: tuple[str, ...], *, on: bool) -> None:
        """Watch nothing yet.

        Args:
            homes: files whose folders may be read, beside those that Python itself imports from.
            on: whether to watch at all.
        """
        self._seen: dict[str, None] = {}
        self._wanted, self._active, self._busy = on, False, False
        paths = sysconfig.get_paths().values()
        roots = (
            *sys.path,
            *paths,
            sys.prefix,
            sys.base_prefix,
            sys.exec_prefix,
            *map(os.path.dirname, homes),
        )
        self._roots = tuple(os.path.realpath(root) for root in roots if root)

    @property
    def touched(self) -> tuple[str, ...]:
        """What was seen."""
        return tuple(self._seen)

    def __enter__(self) -> Self:
        """Begin to note."""
        if self._wanted:
            sys.addaudithook(self._hear)
            self._active = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop noting."""
        self._active = False

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._active or self._busy:
            return
        self._busy = True
        try:
            said, refused = self._judged(event, arguments)
            if said:
                self._seen[said] = None
        finally:
            self._busy = False
        if refused:
            raise PermissionError(f"{said}: refused by ppid_core.testing")

    def _judged(self, event: str, arguments: tuple[Any, ...]) -> tuple[str, bool]:
        """Return what an event means ("" for nothing to tell), and whether it is refused."""
        if event == "open":
            return self._opened(*arguments[:3])
        if (event, *arguments[:1]) == IN_MEMORY:
            return "", False
        module, _, what = event.partition(".")
        meaning = REFUSED_OF_OS.get(what, "") if module == "os" else REFUSED.get(module, "")
        return (f"{meaning} ({event} {_shown(arguments)})", True) if meaning else ("", False)

    def _opened(self, path: object, mode: object, flags: object) -> tuple[str, bool]:
        if isinstance(path, int) or path == os.devnull:
            return "", False
        writes = isinstance(flags, int) and bool(flags & WRITING)
        writes = writes or (isinstance(mode, str) and bool(set(mode) & set("wax+")))
        name = (
            os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else str(path)
        )
        if writes:
            return f"wrote a file (open {name!r})", True
        is_of_a_package = any(name.startswith(root + os.sep) or name == root for root in self._roots)
        return ("", False) if is_of_a_package else (f"read a file of no package (open {name!r})", False)


def _shown(arguments: tuple[Any, ...]) -> str:
    return ", ".join(repr(one)[:60] for one in arguments[:2])
