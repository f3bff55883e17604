"""Files to click, for who opens no terminal: check, draft, report, letter and announcement, next year.

Each runs in the folder in which it lies, finds the command by itself and keeps its window open. The Python
that wrote them is the first that is asked; in a folder that moved to another computer the command is found
on the PATH there, or by the launcher of Python.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from attrs import frozen

YEAR = "{tahun}"
"""In the name of a folder that ``ppid init`` makes: the year of its report."""
WINDOWS, MAC = "win32", "darwin"
"""Platforms, as `sys.platform` names them."""


@frozen(kw_only=True)
class _Click:
    """A file to click: what it says that it does, and what it asks of ``ppid``."""

    title: str
    calls: Sequence[str]


_CLICKS: Mapping[str, _Click] = {
    "1-periksa": _Click(
        title="Memeriksa isi folder ini; hasil-pemeriksaan ditulis ke folder hasil",
        calls=["periksa . --to docx"],
    ),
    "2-draf": _Click(
        title="Membuat draf laporan di folder hasil, juga bila masih ada isian yang belum terbaca",
        calls=["laporan . --draft --to docx,html"],
    ),
    "3-laporan": _Click(title="Membuat laporan di folder hasil", calls=["laporan ."]),
    "4-surat-dan-pengumuman": _Click(
        title="Membuat surat pengantar dan pengumuman satu halaman di folder hasil",
        calls=["laporan . --form letter --to docx,pdf", "laporan . --form brief --to docx,html,pdf"],
    ),
    "5-tahun-berikut": _Click(
        title="Menyiapkan folder tahun berikutnya di sebelah folder ini",
        calls=[f'mulai "../laporan-{YEAR}" --from .'],
    ),
}

_WINDOWS = """\
@echo off
rem {title}
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
pushd "%~dp0" || goto end
{recorded}where ppid.exe >nul 2>nul || goto launcher
set "PPID=ppid.exe"
goto run
:launcher
py -3 -P -c "import ppid_core" >nul 2>nul || goto missing
set "PPID=py -3 -P -m ppid_core"
goto run
:missing
echo Program ppid tidak ditemukan di komputer ini.
echo Pasanglah menurut halaman Pemasangan dalam dokumentasi ppid-core, lalu klik lagi berkas ini.
goto end
:run
{calls}
popd
:end
echo.
pause
"""
_RECORDED_WINDOWS = """\
set "PPID_PYTHON={python}"
"%PPID_PYTHON%" -P -c "import ppid_core" >nul 2>nul || goto path
set PPID="%PPID_PYTHON%" -P -m ppid_core
goto run
:path
"""
_ELSEWHERE = """\
#!/bin/sh
# {title}
cd "$(dirname "$0")" || exit 1
python={python}
if [ -n "$python" ] && "$python" -P -c "import ppid_core" 2>/dev/null; then
  set -- "$python" -P -m ppid_core
elif command -v ppid >/dev/null 2>&1; then
  set -- ppid
elif python3 -P -c "import ppid_core" 2>/dev/null; then
  set -- python3 -P -m ppid_core
else
  set --
  echo "Program ppid tidak ditemukan di komputer ini."
  echo "Pasanglah menurut halaman Pemasangan dalam dokumentasi ppid-core, lalu klik lagi berkas ini."
fi
if [ $# -gt 0 ]; then
{calls}
fi
printf "\\nTekan Enter untuk menutup. "
read -r _
"""


def launchers(python: str = "", platform: str = WINDOWS, *, options: str = "") -> Mapping[str, bytes]:
    """Return the files by name: for Windows (``.cmd``), and for the platform on which they are written.

    Args:
        python: the Python in which the command is installed, "" where it is not known.
        platform: on which that Python runs: it is written down only in files for there.
        options: those of ``ppid init`` that the next year is begun with, too.
    """
    recorded = python if python.isprintable() and '"' not in python else ""
    files = {}
    for name, click in _CLICKS.items():
        calls = [f"{call} {options}".rstrip() if call.startswith("mulai") else call for call in click.calls]
        files[f"{name}.cmd"] = _windows(click.title, calls, recorded if platform == WINDOWS else "")
        if platform != WINDOWS:
            files[f"{name}{_ending(platform)}"] = _elsewhere(click.title, calls, recorded)
    return files


def launcher_names() -> frozenset[str]:
    """Return the names of the files of every platform."""
    return frozenset(f"{name}{ending}" for name in _CLICKS for ending in (".cmd", ".command", ".sh"))


def is_run(name: str) -> bool:
    """Tell whether a file of the folder is one that a system of the Unix kind must be allowed to run."""
    return PurePosixPath(name).suffix in {".command", ".sh"}


def _ending(platform: str) -> str:
    return ".command" if platform == MAC else ".sh"  # Finder opens .sh in an editor, and runs .command


def _windows(title: str, calls: Sequence[str], python: str) -> bytes:
    """Return the file as ``cmd`` reads it: line by line, in the code page that holds there."""
    asked = python.replace("%", "%%")
    text = _WINDOWS.format(
        title=title,
        recorded=_RECORDED_WINDOWS.format(python=asked) if asked else "",
        calls="\n".join(f"%PPID% {call}" for call in calls),
    )
    return text.replace("\n", "\r\n").encode("utf-8")


def _elsewhere(title: str, calls: Sequence[str], python: str) -> bytes:
    text = _ELSEWHERE.format(
        title=title,
        python=shlex.quote(python),
        calls="\n".join(f'  "$@" {call}' for call in calls),
    )
    return text.encode("utf-8")
