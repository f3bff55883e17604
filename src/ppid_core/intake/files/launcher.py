"""Two files to click, for who opens no terminal: check, and make the report."""

from __future__ import annotations

from collections.abc import Mapping

_CHECK, _REPORT = "1-periksa", "2-buat-laporan"
_VERBS = {_CHECK: "periksa", _REPORT: "laporan"}

_WINDOWS = """\
@echo off
rem {title}
cd /d "%~dp0"
set PYTHONUTF8=1
chcp 65001 >nul
where ppid >nul 2>nul
if errorlevel 1 (
  echo Program ppid belum terpasang di komputer ini. Mintalah bantuan petugas TI.
) else (
  ppid {verb} "{target}"
)
echo.
pause
"""
_ELSEWHERE = """\
#!/bin/sh
# {title}
cd "$(dirname "$0")" || exit 1
if command -v ppid >/dev/null; then
  ppid {verb} "{target}"
else
  echo "Program ppid belum terpasang di komputer ini. Mintalah bantuan petugas TI."
fi
printf "\\nTekan Enter untuk menutup. "
read -r _
"""
_TITLES = {_CHECK: "Memeriksa isi folder ini", _REPORT: "Membuat laporan ke folder hasil"}


def launchers(target: str) -> Mapping[str, bytes]:
    """Return the files by name, for Windows (``.cmd``) and other systems (``.sh``).

    Each runs in the folder in which it lies and keeps its window open.

    Args:
        target: what is checked and reported: ``.`` for the folder, or the name of a workbook in it.
    """
    files = {}
    for name, verb in _VERBS.items():
        facts = {"title": _TITLES[name], "verb": verb, "target": target}
        files[f"{name}.cmd"] = _WINDOWS.format(**facts).replace("\n", "\r\n").encode("ascii")
        files[f"{name}.sh"] = _ELSEWHERE.format(**facts).encode("ascii")
    return files
