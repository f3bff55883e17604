from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import click
import pytest

from ppid_core.cli.command import ALIASES, VERBS
from ppid_core.version import VERSION

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
BARE = """\
ppid – dari buku register ke laporan layanan informasi publik
  ppid mulai FOLDER      siapkan folder kosong (init)
  ppid peta BERKAS       cocokkan register dari program lain (map)
  ppid periksa FOLDER    cari angka yang bertentangan dan isi minimum yang belum ada (check)
  ppid ringkas FOLDER    lihat angka satu tahun (summary)
  ppid laporan FOLDER    buat laporan (report)
  ppid aturan T101       arti sebuah kode dan cara memperbaikinya (rule)
  ppid tenggat FOLDER    perkara yang masih terbuka, menurut batas waktunya (deadlines)
  ppid hukum NAMA        apa kata peraturan, sejak kapan, dan dasarnya (law)
"""


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ppid_core", *arguments],
        check=False,
        capture_output=True,
        env={**os.environ, **environment},
    )


def test_bare_command_says_what_there_is(run: Run) -> None:
    ended = run()

    assert ended.out == BARE
    assert ended.code == 0


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("id", "Dihentikan sebelum selesai. Jalankan lagi perintah yang sama untuk mengulang.\n"),
        ("en", "Stopped before it was done. Run the same command to begin again.\n"),
    ],
)
@pytest.mark.parametrize("where", ["invoke", "parse_args"])
def test_ctrl_c_is_told_in_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, told: str, where: str
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, where, stopped)

    ended = run("--lang", lang, "rules")

    assert (ended.code, ended.out, ended.err) == (130, "", told)


def test_language_comes_from_the_option_or_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run("--lang", "en").out
    assert english.startswith("ppid – from the registers")

    monkeypatch.setenv("PPID_LANG", "en")
    assert english == run().out
    assert run("--lang", "id").out == BARE
    assert "To be mended" in run("rules").out
    assert "Harus diperbaiki" in run("rules", "--lang", "id").out


def test_version_is_told(run: Run) -> None:
    assert VERSION in run("--version").out


def test_every_verb_has_help_and_every_alias_leads_to_its_verb(run: Run) -> None:
    for verb in VERBS:
        assert run(verb, "--help").code == 0
    for alias, verb in ALIASES.items():
        assert run(verb, "--help").out.replace(f"ppid {verb} ", f"ppid {alias} ") == run(alias, "--help").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cetak"], 'Perintah "cetak" tidak dikenal. Yang ada: mulai, periksa'),
        (["check", "--rincian"], "Pilihan --rincian tidak dikenal. Maksudnya --rinci?"),
        (["check", "--format", "xml"], "Isi --format tidak dikenal. Yang dapat: text, json, sarif, github."),
        (["check", "--as-of", "kemarin"], 'Isi --as-of tidak dapat dibaca: "kemarin" bukan tanggal.'),
        (["check", "a", "b"], "Perintah tidak dapat dibaca"),
        (["init", "--year", "nol"], "Isi --year tidak dapat dibaca"),
        (["--bahasa"], "Pilihan --bahasa tidak dikenal."),
        (["--lang", "de"], "Isi --lang tidak dikenal. Yang dapat: id, en."),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_code_2(run: Run, arguments: list[str], said: str) -> None:
    ended = run(*arguments)

    assert ended.code == 2
    assert ended.err.startswith(said)
    assert ended.out == ""


def test_module_runs_as_the_command() -> None:
    done = started(PYTHONIOENCODING="utf-8")

    assert done.stdout.decode().replace("\r\n", "\n") == BARE
    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
@pytest.mark.parametrize("verb", ["check", "summary", "rules"])
def test_console_of_few_signs_gets_plain_ones(verb: str, encoding: str) -> None:
    arguments = [] if verb == "rules" else [str(EXAMPLE)]

    done = started(verb, *arguments, PYTHONIOENCODING=encoding)

    text = done.stdout.decode(encoding)
    assert done.returncode in {0, 1}
    assert done.stderr == b""
    assert "?" not in text


@pytest.mark.slow
def test_json_stays_json_on_a_console_of_few_signs() -> None:
    plain = started("check", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="ascii").stdout
    full = started("check", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="utf-8").stdout

    assert json.loads(full.decode()) == json.loads(plain.decode("ascii"))


@pytest.mark.slow
def test_pipe_that_closes_early_leaves_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ppid_core", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()

    assert b"Traceback" not in told


@pytest.mark.slow
def test_summary_imports_no_plugin_and_no_exporter() -> None:
    code = (
        "import sys; from ppid_core.cli.command import ppid\n"
        f"try: ppid.main(['summary', {str(EXAMPLE)!r}])\n"
        "except SystemExit: print([n for n in ('pluggy', 'ppid_exporters', 'jinja2') if n in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout.endswith("[]\n")
