"""`--lang en` speaks English: no message of the command, whatever is wrong, says a word of Indonesian.

What stays as it is was typed or is typed: headings, tables, keys, words of the lists, titles of instruments.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core import model
from ppid_core.errors import OptionError
from ppid_core.failure import Failure
from ppid_core.glossary import label
from ppid_core.glossary.key import report_keys
from ppid_core.intake.tables import table_headings
from ppid_core.language import Bilingual
from ppid_core.model import Dimension, Measure, Register


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


BAD = {
    "laporan.csv": "kunci,isi\ntahun,2023\nbadan.nam,x\nperiode,zz\npenandatangan.tanggal,31 Feb 2021\n",
    "permohonan.csv": "nomor,tanggal,kanal,jumlah,keputusan,alasan_penolakan,hari_kerja,zz\n"
    "1,31/02/2023,y,z,dikabulkn,,q,1\n2,05/06/2023,zz,,ditolak,zz,3,\n2,05/06/2023,zz,1,ditolak,zz,3,\nJUMLAH,,,9\n",
    "rekap.csv": "apa,menurut,nilai,jumlah\npermohonan,kanal,website,x\npermohonan,zz,y,1\n",
    "keberatan.csv": "",
    "ketersediaan.csv": "opd,a,b\nX,?,x\n",
    "zz.csv": "a,b\n1,2\n",
}
FILES = {
    "two/permohonan.csv": "nomor,tanggal\n1,02/01/2023\n2,03/01/2024\n",
    "none/permohonan.csv": "nomor,tanggal\n1,\n",
    "x.xyz": "a",
    "broken.json": "{",
    "list.json": "[1,2]",
    "twice.json": '{"laporan": {"tahun": 2023, "tahun": 2024}}',
    "empty.csv": "",
    "unknown.csv": "a,b,c\n1,2,3\n",
    "broken.xlsx": "x",
    "broken.docx": "x",
    "page.html": "<p>x",
}
FEW = 5
PLACES = ("bad", *dict.fromkeys(name.partition("/")[0] for name in FILES), "nowhere")
READING = [
    *((verb, place) for verb in ("check", "map") for place in PLACES),
    *(("report", place, "--to", "json", "-o", "out") for place in PLACES),
    *(("convert", place, "made") for place in PLACES),
    *((*("summary", place), "--stream") for place in ("bad", "two", "empty.csv", "unknown.csv")),
    *(("check", "bad", "--format", form) for form in ("json", "sarif", "github")),
    ("check", "bad", "--rinci"),
    ("report", "bad", "--to", "json", "--draft", "-o", "out"),
    *((verb, "bad") for verb in ("summary", "deadlines", "init")),
    ("init", "new", "--from", "two"),
]
SAID = [
    *(("zz",), ("check", "--zz"), ("check", "tiny", "--select", "Q"), ("check", "tiny", "--to", "zz")),
    *(
        ("check", "tiny", "--table", "zz"),
        ("check", "tiny", "--table", "a=b"),
        ("check", "tiny", "--set", "zz"),
    ),
    *(
        ("check", "tiny", "--set", "badan.jenis=zz"),
        ("check", "tiny", "--year", "1"),
        ("summary", "tiny", "b"),
    ),
    *(("summary", "tiny", "--unread-to", "x"), ("summary", "tiny", "--stream", "--until", "2023-06")),
    *(
        ("summary", "tiny", "--until", "zz"),
        ("report", "tiny", "--as-of", "zz"),
        ("report", "tiny", "--form", "z"),
    ),
    *(
        ("report", "tiny", "--to", "zz"),
        ("report", "tiny", "--set", "zz"),
        ("report", "tiny", "--set", "zz.a=1"),
    ),
    ("report", "tiny", "--to", "json", "--set", "json.zz=1"),
    ("report", "tiny", "--to", "json", "-o", "tiny"),
    ("report", "tiny", "--to", "json,markdown", "-o", "-"),
    ("report", "tiny", "--to", "docx", "--set", "docx.template=zz.docx"),
    *(("deadline",), ("deadline", "zz", "zz"), ("deadline", "request", "1999-01-01")),
    *(
        ("deadline", "request", "2020-12-18", "--explain"),
        ("deadline", "request", "2020-12-18", "--extended"),
    ),
    *(
        ("calendar", "2020"),
        ("calendar", "1990"),
        ("calendar", "zz"),
        ("calendar", "--changes", "2020", "tiny"),
    ),
    *(("law", "zz"), ("law", "request_response", "--at", "1990-01-01"), ("rule", "zz"), ("rule", "T102")),
    *(
        ("exporters",),
        ("plugins", "-v"),
        ("schema", "zz"),
        ("map", "--daftar"),
        ("map", "--dari", "zz"),
        ("map",),
        ("convert", "tiny", "a.xyz"),
    ),
    *(("new-plugin", "Zz zz"), ("new-plugin", "zz", "--kind", "z"), ("convert", "tiny", "tiny"), ("rules",)),
]

INDONESIAN = re.compile(
    r"\b(yang|tidak|dengan|untuk|berkas|belum|dari|adalah|baris|bukan|tulis|sudah|harus|isian|atau|tanpa"
    r"|pilihan|perintah|kolom|tanggal|jalankan|folder ini|dapat|oleh|pada|maksudnya|lihat|nilainya)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\"[^\"]*\"|--\w+(?: [A-Z.=]+)?")


TYPED: tuple[type[StrEnum], ...] = (
    *(model.Outcome, model.Channel, model.RefusalReason, model.ApplicantClass, model.ObjectionGround),
    *(model.ObjectionAnswer, model.DisputeResult, model.InformationCategory, model.BodyKind, model.YearPart),
    *(Register, Dimension, Measure),
)
"""Lists whose words staff type; reasons and states are never typed, and are said in English."""


@cache
def kept() -> re.Pattern[str]:
    """Return what stays as it is in any language: headings, tables, keys, words to type."""
    tables = table_headings().values()
    headings = [name for one in tables for name in (one.name, *(column.name for column in one.headings))]
    words = [label(member) for kind in TYPED for member in kind]
    texts = {*headings, *words, *(key.name for key in report_keys())} - {""}
    return re.compile("|".join(rf"\b{re.escape(text)}\b" for text in sorted(texts, key=len, reverse=True)))


@pytest.fixture
def home(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with whatever can be wrong in it, in which the command is called."""
    for name, text in {**{f"bad/{name}": text for name, text in BAD.items()}, **FILES}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    tiny.rename(tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_why_a_format_failed_is_said_in_both_languages() -> None:
    failure = Failure(OptionError(Bilingual("Berkas hilang", "The file is missing")))

    assert failure.told == Bilingual("OptionError: Berkas hilang", "OptionError: The file is missing")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("arguments", [*READING, *SAID], ids=" ".join)
def test_no_word_of_indonesian_is_said(run: Run, light: tuple[str, ...], arguments: tuple[str, ...]) -> None:
    assert light
    verb, *others = arguments

    ended = run("--lang", "en", verb, *others)

    told = " ".join(f"{ended.out} {ended.err}".split())
    assert told
    said = kept().sub("", QUOTED.sub("", told))
    assert INDONESIAN.findall(said) == []


def test_the_words_by_which_it_is_known_are_those_of_the_command_in_indonesian(run: Run, home: Path) -> None:
    ended = run("check", home / "bad", "--rinci")

    told = " ".join(ended.out.split())
    assert len(set(INDONESIAN.findall(kept().sub("", QUOTED.sub("", told))))) > FEW
