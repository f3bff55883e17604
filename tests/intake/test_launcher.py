"""The files to click, by their text: nothing here runs ``cmd``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.cli.command import ppid
from ppid_core.intake.files.launcher import launchers

FOLDERS = (
    r"C:\Users\Siti Aminah\pipx\venvs\ppid-core\Scripts\python.exe",
    r"C:\Program Files (x86)\Dinas & Badan\Scripts\python.exe",
    r"D:\50% selesai\100%\python.exe",
    r"D:\Hore!\python^3\python.exe",
    r"C:\Users\Čedo\python.exe",
)


def lines(content: bytes) -> list[str]:
    return content.decode("utf-8").split("\r\n")


def expanded(line: str, held: dict[str, str]) -> str:
    """Return a line of a batch file after ``cmd`` has put in the variables, as it does before it parses."""
    return re.sub(r"%%|%(\w+)%", lambda found: held[found[1]] if found[1] else "%", line)


def outside_quotes(line: str) -> str:
    """Return what ``cmd`` would take for its own signs: quotation marks take the meaning from the others."""
    return "".join(line.split('"')[::2])


def assigned(content: bytes) -> dict[str, str]:
    """Return the variables after the first branch, in which the Python that was recorded answers."""
    held: dict[str, str] = {}
    for line in lines(content):
        whole = re.fullmatch(r'set "(\w+)=(.*)"|set (\w+)=(.*)', expanded(line, held))
        if whole:
            held[whole[1] or whole[3]] = whole[2] if whole[1] else whole[4]
        if line == "goto run":
            return held
    return held


@pytest.mark.parametrize("python", FOLDERS)
def test_any_path_that_windows_has_is_asked_as_it_is(python: str) -> None:
    for content in launchers(python, "win32").values():
        held = assigned(content)
        assert held["PPID_PYTHON"] == python
        assert held["PPID"] == f'"{python}" -P -m ppid_core'
        for line in lines(content):
            assert not re.search(
                r"[&^()]", outside_quotes(expanded(line, held) if "%~" not in line else line)
            )


@given(st.text(st.characters(exclude_characters='"<>|?*/:\\', exclude_categories=["C", "Z"]), min_size=1))
def test_any_name_of_a_folder_is_asked_as_it_is(name: str) -> None:
    python = rf"C:\{name}\python.exe"

    assert assigned(launchers(python, "win32")["1-periksa.cmd"])["PPID_PYTHON"] == python


def test_files_for_windows_are_utf_8_and_end_lines_as_it_does_and_wait() -> None:
    for content in launchers(FOLDERS[-1], "win32").values():
        assert not content.startswith(b"\xef\xbb\xbf")  # cmd would take the mark for a command
        assert content.count(b"\n") == content.count(b"\r\n")
        told = lines(content)
        assert told[0] == "@echo off"
        assert told.index("chcp 65001 >nul") < told.index(f'set "PPID_PYTHON={FOLDERS[-1]}"')
        assert told[-2:] == ["pause", ""]


def test_every_place_that_is_jumped_to_is_there() -> None:
    for python in ("", FOLDERS[0]):
        for content in launchers(python, "win32").values():
            text = content.decode()
            assert set(re.findall(r"goto (\w+)", text)) == set(re.findall(r"^:(\w+)\r", text, re.MULTILINE))


def test_a_folder_on_a_server_is_entered_by_a_letter() -> None:
    assert all(b'pushd "%~dp0"' in content for content in launchers().values())  # cd takes no \\server\share


def test_after_the_recorded_python_the_path_the_launcher_and_a_sentence_follow() -> None:
    text = launchers(FOLDERS[0], "win32")["1-periksa.cmd"].decode()

    asked = ["%PPID_PYTHON%", "where ppid.exe", "py -3 -P", "Program ppid tidak ditemukan"]
    assert sorted(asked, key=text.index) == asked


def calls() -> Iterator[tuple[str, list[str]]]:
    for name, content in launchers(options="--xlsx --susunan perki").items():
        for line in lines(content):
            if line.startswith("%PPID% "):
                yield name.removesuffix(".cmd"), line.replace('"', "").split()[1:]


def test_every_call_is_one_that_the_command_takes() -> None:
    asked = []
    for name, (verb, *words) in calls():
        command = ppid.get_command(click.Context(ppid), verb)
        assert command is not None
        with command.make_context(verb, words) as parsed:  # raises for an option or choice that there is not
            asked.append((name, verb, parsed.params.get("form")))

    assert asked == [
        ("1-periksa", "periksa", None),
        ("2-draf", "laporan", "full"),
        ("3-laporan", "laporan", "full"),
        ("4-surat-dan-pengumuman", "laporan", "letter"),
        ("4-surat-dan-pengumuman", "laporan", "brief"),
        ("5-tahun-berikut", "mulai", None),
    ]
