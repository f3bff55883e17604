"""The standards of service as a checklist: what tables prove, what is only said, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from ppid_core.language import Bilingual, Lang
from ppid_core.report.blocks import Block, Column, Table
from ppid_core.report.material import Material, section
from ppid_core.report.place import places
from ppid_core.report.text import running
from ppid_core.report.values import Counted, Phrase, Typed, phrased
from ppid_core.summary.checklist import ChecklistLine, StandardState, checklist
from ppid_core.summary.proof import Proof

STATES = {
    StandardState.PROVEN: Bilingual("✓\u00a0terbukti", "✓\u00a0proven"),
    StandardState.SAID: Bilingual("○\u00a0disebut", "○\u00a0said"),
    StandardState.UNKNOWN: Bilingual("–\u00a0tidak diketahui", "–\u00a0not known"),
}
"""A state by its sign and its words, which no line parts: colours add nothing."""
_COUNTED = {
    StandardState.PROVEN: Bilingual("{n} terbukti dari tabel", "{n} are proven by tables"),
    StandardState.SAID: Bilingual("{n} hanya disebut", "{n} are only said"),
    StandardState.UNKNOWN: Bilingual("{n} tidak diketahui", "{n} are not known"),
}
_CHARTER = "charter:"
_MOST_RUNS = 3
"""Of rows that lie apart no more are named one by one."""


@section("service_standards", "Standar Layanan Informasi", "Standards of Service")
def service_standards(material: Material) -> Iterator[Block]:
    """Tell each thing that belongs to the standards of service; nothing before the law named them."""
    lines = checklist(material.year, material.law)
    if not lines:
        return
    counts = Counter(line.state for line in lines)
    parts = [
        words(material.lang).format(n=running(Counted(counts[state]), material.lang))
        for state, words in _COUNTED.items()
        if counts[state]
    ]
    whole, told = running(Counted(len(lines)), material.lang), "; ".join(parts)
    yield material.said(f"Dari {whole} butir standar layanan: {told}.", f"Of {whole} things: {told}.")
    yield _table(material, tuple(_shortened(lines)))


def _shortened(lines: tuple[ChecklistLine, ...]) -> Iterator[ChecklistLine]:
    """Yield the lines; of a charter of which nothing is known, one for all of them."""
    of_charter = [line for line in lines if line.key.startswith(_CHARTER)]
    is_unknown = all(line.state is StandardState.UNKNOWN for line in of_charter)
    for line in lines:
        if line not in of_charter or not is_unknown:
            yield line
        elif line is of_charter[-1]:
            yield evolve(line, key="charter", title=_ALL_OF_CHARTER.fill(count=str(len(of_charter) - 1)))


_ALL_OF_CHARTER = Bilingual(
    "isi maklumat ({count} pokok) dan pengumumannya", "contents of the charter ({count}) and its announcement"
)


def _table(material: Material, lines: tuple[ChecklistLine, ...]) -> Table:
    lang = material.lang
    return Table(
        key="service_standards",
        columns=(
            Column(key="standard", title=material.t("Butir", "What")),
            Column(key="basis", title=_basis_title(material, lines)),
            Column(key="state", title=material.t("Keadaan", "State")),
            Column(key="shown", title=material.t("Yang terlihat, dan tempatnya", "What is seen, and where")),
        ),
        rows=tuple(
            (
                line.title(lang)[:1].upper() + line.title(lang)[1:],
                "–" if line.basis is None else _held(line.basis.article),
                STATES[line.state](lang),
                phrased((placed(material, one) for one in (*line.proofs, *line.statements)), "; ") or "–",
            )
            for line in lines
        ),
        caption=material.t("Standar layanan informasi publik", "Standards of the information service"),
        notes=(
            material.t(
                "Sumber: tabel yang disebut pada tiap butir.", "Source: the tables named in each line."
            ),
            material.t(
                "Terbukti: baris tabel menunjukkan pelaksanaannya; isi dokumennya tidak diperiksa. Disebut:"
                " diketik badan publik, tanpa tabel lain yang menunjukkannya. Tidak diketahui: tidak ada"
                " baris tentangnya, yang belum berarti tidak ada.",
                "Proven: rows of tables show that it is done; the text of its document was not looked at."
                " Said: typed by the body, and shown by no other table. Not known: no row tells of it, which"
                " does not mean that there is none.",
            ),
        ),
    )


def _held(article: str) -> str:
    """Return an article that is broken, where it must be, before its letter alone."""
    return article.replace(" ", "\u00a0").replace("\u00a0huruf", " huruf")


def _basis_title(material: Material, lines: tuple[ChecklistLine, ...]) -> str:
    """Return the heading of the articles, with the instrument in which they stand."""
    named = ", ".join(dict.fromkeys(line.basis.instrument for line in lines if line.basis is not None))
    return material.t(f"Dasar ({named})", f"Basis ({named})")


def placed(material: Material, one: Proof) -> str:
    """Return what rows show, with their place: their file and rows, else the table."""
    where = places(one.sources, material.lang, most=_MOST_RUNS)
    table = material.t(f"tabel {one.table}", f"table {one.table}")
    return Phrase(*_parts(one, material.lang), f" ({where or table})")


def _parts(one: Proof, lang: Lang) -> Iterator[str]:
    """Yield the words, those that staff typed known as such."""
    rest = one.told(lang)
    for words in one.typed:
        before, typed, rest = rest.partition(words)
        yield from (before, Typed(typed))
    yield rest
