"""The page of the glossary: what each member of each list is called and how it may be typed; the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module

from docs.generate.docstring import first_line
from docs.generate.heading import headings_part
from docs.generate.markdown import code, folded, listed, page, table, whole, words
from ppid_core.deadlines import DeadlineKind, Rest
from ppid_core.glossary import exemption
from ppid_core.glossary.book import PAGES
from ppid_core.glossary.sign import CROSSES, SIGNS
from ppid_core.glossary.term import Term
from ppid_core.language import Bilingual
from ppid_core.law import Comparison, Confidence, DurationRule, HolidayKind, RegisterKind, Track, Unit
from ppid_core.rollup import AsideReason, By, Handed
from ppid_core.rules import Severity
from ppid_core.rules.engine.finding import SEVERITIES

PACKAGES = ("model", "law", "deadlines", "rules", "rollup", "report", "plugins", "summary", "intake")
"""Those whose public lists are told."""

INTRODUCTION = """\
# Glossary (*istilah*)

The words of the library: the slug that is stored and never changes, what is printed, and what may be typed:
the Indonesian word, or one of the others. Case, punctuation and spaces never matter: `Serta-merta` and `serta
merta` are one. Nor do abbreviations of one word (`no.`, `tgl`, `jml`, `telp`, `alm` …), *permintaan* for
*permohonan*, *informasi publik* for *informasi*, the word *yang*, an ending *-nya*, a letter in front (`a.`,
`huruf a`) and a tail *sebagaimana dimaksud …*; in headings spaces do not either (`createdAt`). A word that is
not here is never guessed at: in an open list it stays as it was typed, in a closed one the cell is a problem,
and what it may mean is asked where a word is near.

- [Lists](#lists-daftar-nilai): every member of every list
- [Signs](#signs-tanda): in the cells of the table `ketersediaan`
- [Words beside an exemption](#words-beside-an-exemption-kata-di-samping-pengecualian)
- [Tables](#tables-tabel): every table, its columns, and the headings accepted"""


def glossary_page(_: str) -> str:
    """Return the page."""
    return whole(
        INTRODUCTION,
        "## Lists (*daftar nilai*)",
        "A list without labels is never printed; its slugs stand in JSON and in the files of the law.",
        *(_list(kind) for kind in lists()),
        "## Signs (*tanda*)",
        _signs(),
        "## Words beside an exemption (*kata di samping pengecualian*)",
        "A rule on exemptions looks for these words in what a clerk wrote.",
        *(_words(name, terms) for name, terms in _beside(exemption)),
        headings_part(),
    )


def lists() -> tuple[type[StrEnum], ...]:
    """Return every list: those that are typed in tables first, in the order of the glossary."""
    typed = (kind for terms in PAGES for kind in terms)
    packages = (import_module(f"ppid_core.{name}") for name in PACKAGES)
    named = (getattr(package, name) for package in packages for name in package.__all__)
    public = (thing for thing in named if isinstance(thing, type) and issubclass(thing, StrEnum))
    return tuple(dict.fromkeys((*typed, *public)))


def _list(kind: type[StrEnum]) -> str:
    labelled = _labels(kind)
    rows = (
        [code(member), *map(words, (text.id, text.en)), folded(spellings)]
        for member, text, spellings in ((member, *labelled(member)) for member in kind)
    )
    return page(
        f"### {kind.__name__}",
        first_line(kind),
        table(["Slug", "Indonesian", "English", "Also accepted"], rows),
    )


Label = Callable[[StrEnum], tuple[Bilingual, list[str]]]


def _labels(kind: type[StrEnum]) -> Label:
    """Return a way from a member to its label and its other spellings."""
    terms: Mapping[StrEnum, Term] = next((found[kind] for found in PAGES if kind in found), {})

    def label(member: StrEnum) -> tuple[Bilingual, list[str]]:
        if member in terms:
            return terms[member].label, [words(spelling) for spelling in terms[member].spellings]
        return printed(member), []

    return label


def printed(member: StrEnum) -> Bilingual:
    """Return what a member is called that the glossary does not hold; nothing where it is never printed."""
    match member:
        case Severity():
            return SEVERITIES[member]
        case DeadlineKind():
            return member.limit.act
        case Rest():
            return member.label
        case By() | Handed() | AsideReason():
            return member.label
        case Comparison() | Confidence() | DurationRule() | HolidayKind() | RegisterKind() | Track() | Unit():
            return member.label
        case _:
            return Bilingual("", "")


def _signs() -> str:
    rows = [[code(state), listed(map(code, signs))] for state, signs in SIGNS.items()]
    crosses = ["by the key `tanda_x`", listed(map(code, CROSSES))]
    return table(["State", "Signs"], (*rows, crosses))


def _beside(module: object) -> Iterator[tuple[str, tuple[Term, ...]]]:
    for name, value in vars(module).items():
        if isinstance(value, tuple) and value and all(isinstance(entry, Term) for entry in value):
            yield name, value


def _words(name: str, terms: Iterable[Term]) -> str:
    rows = (
        [words(one.label.id), words(one.label.en), folded(list(map(words, one.spellings)))] for one in terms
    )
    return page(f"### {name}", table(["Indonesian", "English", "Also accepted"], rows))
