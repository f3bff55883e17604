"""The page of the rules: what each code asks, on what it rests, and how to mend what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from docs.generate.docstring import first_line
from docs.generate.law import cited
from docs.generate.markdown import bullets, code, link, listed, page, table, whole, words
from ppid_core.cli.verbs.rule import blanked
from ppid_core.language import LANGS, Bilingual
from ppid_core.law import Lawbook, Parameter, Provision, Repeal
from ppid_core.rules import CATALOGUE, Rule, Severity
from ppid_core.rules.engine.finding import SEVERITIES

FAMILIES: Mapping[str, Bilingual] = {
    "T": Bilingual("Angka, hitungan, dan jumlah", "Figures, counts and totals"),
    "D": Bilingual("Naskah, peraturan, dan gambar", "Text, instruments and pictures"),
    "S": Bilingual("Rujukan antartabel", "References between tables"),
    "C1": Bilingual("Urutan kejadian", "The order of events"),
    "C2": Bilingual("Batas waktu pengajuan dan jawaban", "Windows of filing and answering"),
    "C3": Bilingual("Bentuk keputusan", "The form of decisions"),
    "C4": Bilingual("Rangkaian perkara", "The chain of cases"),
    "L": Bilingual("Isi minimum dan batas waktu", "The legal minimum"),
    "L9": Bilingual("Seberapa yakin dasarnya", "How sure the basis is"),
    "M": Bilingual("Ketersediaan informasi", "Availability of information"),
    "I1": Bilingual("Daftar informasi publik", "The list of public information"),
    "I2": Bilingual("Daftar informasi yang dikecualikan", "The list of exempt information"),
    "I3": Bilingual("Standar layanan", "Standards of service"),
    "B": Bilingual("Anggaran", "Budget"),
    "K": Bilingual("Kanal dan satuan", "Channels and units"),
    "P": Bilingual("Data pribadi", "Personal data"),
    "Y": Bilingual("Dibandingkan dengan tahun lalu", "Against last year"),
    "W": Bilingual("Penjelasan", "Waivers"),
}
"""What the rules are about whose codes begin so; the longest beginning counts."""

INTRODUCTION = """\
# Rules (*aturan*)

What `ppid check` (*ppid periksa*) asks. A code never changes its meaning and is never used again. Each
finding (*hasil pemeriksaan*) has one place to mend. `ppid rule CODE` (*ppid aturan KODE*) shows the same text
on the console, `--select T,L1 --ignore L102` chooses: letters are matched whole, digits are a beginning.

Rules of one letter are ours; [plugins](plugins.md) take two to four letters. What a rule rests on stands in
the [book of law](law.md). Where a finding is as it should be, a row in the table `penjelasan` says why:
`kode` the code, `subjek` what it is about (blank: all of them), `alasan`, `oleh`, `tanggal`. A case is named
by its number in the register (`007/PPID/2025`): so its explanation stays with it when the register is sorted.
Where several rows bear one number, or none, the row names it (`permohonan.csv#5`)."""


def rules_page(_: str) -> str:
    """Return the page: severities, the list of all codes, then each code by its family."""
    families = groupby(CATALOGUE, _family)
    parts = (part for title, rules in families for part in (f"## {title}", *map(_entry, rules)))
    return whole(INTRODUCTION, _severities(), "## All codes", _overview(), *parts)


def _severities() -> str:
    rows = ([code(one), SEVERITIES[one].id, SEVERITIES[one].en, MEANING[one]] for one in Severity)
    return table(["Severity", "Indonesian", "English", "Means"], rows)


def _overview() -> str:
    rows = (
        [link(rule.code, f"#{rule.code.lower()}"), rule.severity, words(rule.title.id), words(rule.title.en)]
        for rule in CATALOGUE
    )
    return table(["Code", "Severity", "Judul", "Title"], rows)


def _family(rule: Rule) -> str:
    """Return the heading under which a rule stands."""
    beginnings = (rule.code[:length] for length in range(len(rule.code), 0, -1))
    known = [FAMILIES[beginning] for beginning in beginnings if beginning in FAMILIES]
    if not known:
        raise LookupError(f"no family of {rule.code} in FAMILIES of docs/generate/rules.py")
    return f"{known[0].en} (*{known[0].id}*)"


def _entry(rule: Rule) -> str:
    said = (
        ("Says", Bilingual(*(blanked(rule.message, lang) for lang in LANGS))),
        ("Why", rule.explanation),
        ("Mend", Bilingual(*(blanked(rule.mend, lang) for lang in LANGS))),
        ("Where", rule.where),
        ("When right", rule.example),
    )
    severity = f"`{rule.severity}` · {SEVERITIES[rule.severity].id} · {SEVERITIES[rule.severity].en}"
    return page(
        f"### {rule.code}",
        f"**{words(rule.title.id)}** · **{words(rule.title.en)}**",
        f"{severity} · Finds: {_question(rule)}",
        table(["", "Indonesian", "English"], ([head, words(text.id), words(text.en)] for head, text in said)),
        _basis(rule),
    )


def _question(rule: Rule) -> str:
    return first_line(rule.check).removeprefix("Yield ").removeprefix("Find ")


def _basis(rule: Rule) -> str:
    law = Lawbook.load()
    parameters = [law.parameter(name) for name in rule.basis]
    if not parameters:
        return "Basis: arithmetic; it needs no legal basis."
    return "Basis:\n\n" + bullets(map(_rests_on, parameters))


def _rests_on(parameter: Parameter[object]) -> str:
    name = link(code(parameter.name), f"law.md#{parameter.name}")
    return f"{name}, {parameter.title.en}: {listed(_provisions(parameter))}"


def _provisions(parameter: Parameter[object]) -> Iterator[str]:
    for entry in reversed(parameter.provisions):
        yield f"{_cited(entry)} since {entry.since} ({entry.confidence.label.en})"


def _cited(entry: Provision[object] | Repeal) -> str:
    told = cited(entry.citation)
    return f"repealed by {told}" if isinstance(entry, Repeal) else told


MEANING: Mapping[Severity, str] = {
    Severity.ERROR: "figures contradict each other; `ppid check` ends with 1",
    Severity.WARNING: "the legal minimum is missed, or may be",
    Severity.INFO: "worth knowing",
}
