"""M101–M103: the availability of information, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_core.language import Bilingual
from ppid_core.model import OUT_OF_QUESTION, CellState, ComplianceMatrix
from ppid_core.rules.engine.evidence import Evidence, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import agency_label
from ppid_core.rules.engine.rule import Rule

_NO_CELLS = Bilingual("tabel ketersediaan belum berisi", "the matrix has no cells")
_WHICH_X = Bilingual(
    'Apakah x berarti ya atau tidak? Tulis ya atau "-"; bila x berarti ya di seluruh tabel, isi tanda_x = ya'
    " di tabel laporan.",
    'Does x mean yes or no? Write ya or "-"; where it means yes all through, set tanda_x = ya in laporan.',
)
_WHICH_SIGN = Bilingual(
    'Tulis ya, "-", n/a, atau dikecualikan; kosongkan bila belum diisi.',
    'Write ya, "-", n/a or dikecualikan; leave it blank where it is not filled in.',
)


def _matrix(evidence: Evidence) -> ComplianceMatrix:
    matrix = known(evidence.year.matrix)
    present(matrix.rows if matrix.types else (), _NO_CELLS)
    return matrix


def _blank_rows(evidence: Evidence) -> Iterator[Finding]:
    """Yield each agency of which nothing is filled in, in any period: M104 tells who only fell silent."""
    matrix = _matrix(evidence)
    told = {key for one in matrix.series for key in one.delivering}
    for row in matrix.rows:
        if row.is_blank and row.agency.key not in told:
            yield Finding(
                subject=f"agency:{row.agency.key}",
                sources=(row.source,),
                affected=len(row.states),
                facts={"agency": agency_label(evidence.year, row.agency)},
            )


def _undisclosed_types(evidence: Evidence) -> Iterator[Finding]:
    """Yield each type that could be available and that no agency discloses; blank rows say nothing."""
    matrix = _matrix(evidence)
    rows = [row for row in matrix.rows if not row.is_blank]
    for place, kind in enumerate(matrix.types):
        if any(kind.code in row.unread for row in rows):
            continue
        states = [row.states[place] for row in rows]
        open_to = [state for state in states if state not in OUT_OF_QUESTION]
        if set(open_to) - {CellState.NOT_REPORTED} and CellState.DISCLOSED not in open_to:
            yield Finding(
                subject=f"type:{kind.code}",
                sources=(rows[0].source, kind.source),
                provided=0,
                affected=len(open_to),
                facts={"type": kind.label},
            )


def _clear_signs(evidence: Evidence) -> Iterator[Finding]:
    """Yield each cell whose sign the list does not hold; it counts as not reported."""
    matrix = _matrix(evidence)
    labels: Mapping[str, str] = {kind.code: kind.label for kind in matrix.types}
    for row in matrix.rows:
        for cell in (one for one in row.unclear if one.code not in row.unread):
            yield Finding(
                subject=f"cell:{row.agency.key}/{cell.code}",
                sources=(cell.source or row.source,),
                provided=cell.sign,
                facts={
                    "agency": agency_label(evidence.year, row.agency),
                    "type": labels.get(cell.code, cell.code),
                    "question": _WHICH_X if cell.sign.casefold() == "x" else _WHICH_SIGN,
                },
            )


M101 = Rule(
    code="M101",
    severity=Severity.WARNING,
    title=Bilingual("Baris tanpa isian", "A row with nothing filled in"),
    message=Bilingual("{agency}: baris tanpa isian.", "{agency}: nothing is filled in."),
    mend=Bilingual('Tulis "-" bila memang tidak ada.', 'Write "-" where there is none.'),
    explanation=Bilingual(
        "Sel kosong berarti belum diisi, bukan tidak tersedia. Baris yang kosong seluruhnya dapat berarti"
        " tidak ada informasi, atau isiannya belum diterima; laporan menghitungnya tersendiri.",
        "A blank cell is not filled in; it is no no. A blank row may mean that there is none, or that nothing"
        " was sent in; the report counts it apart.",
    ),
    where=Bilingual("tabel ketersediaan, baris OPD itu", "table ketersediaan, the row of the agency"),
    example=Bilingual.both('BPBD: √, "-", "-", √'),
    check=_blank_rows,
)
M102 = Rule(
    code="M102",
    severity=Severity.INFO,
    title=Bilingual("Jenis informasi yang tidak disediakan OPD mana pun", "A type that no agency discloses"),
    message=Bilingual("{type}: tidak disediakan OPD mana pun.", "{type}: no agency discloses it."),
    mend=Bilingual(
        'Bila jenis ini tidak berlaku, tulis "n/a"; bila berlaku, jelaskan di kendala atau rekomendasi.',
        'Where the type does not apply, write "n/a"; where it does, say why in kendala or rekomendasi.',
    ),
    explanation=Bilingual(
        "Kolom tanpa satu pun tanda tersedia menandakan informasi yang belum disediakan, atau kolom yang"
        " belum diisi.",
        "A column without a single tick is a type that is not provided, or a column that is not filled in.",
    ),
    where=Bilingual("tabel ketersediaan, kolom jenis itu", "table ketersediaan, the column of the type"),
    example=Bilingual("aset: √ pada sekurangnya satu OPD", "aset: √ for one agency at least"),
    check=_undisclosed_types,
)
M103 = Rule(
    code="M103",
    severity=Severity.ERROR,
    title=Bilingual("Tanda di luar daftar", "A sign that is not in the list"),
    message=Bilingual(
        '{agency}, {type}: tanda "{provided}" tidak ada dalam daftar.',
        '{agency}, {type}: the sign "{provided}" is not in the list.',
    ),
    mend=Bilingual.both("{question}"),
    explanation=Bilingual(
        "Tanda x berarti ya bagi sebagian orang dan tidak bagi yang lain. Sel dengan tanda yang tidak jelas"
        " dihitung sebagai belum diisi.",
        "The sign x means yes to some and no to others. A cell with an unclear sign counts as not filled in.",
    ),
    where=Bilingual(
        "tabel ketersediaan, sel itu; tabel laporan, kunci tanda_x",
        "table ketersediaan, that cell; table laporan, key tanda_x",
    ),
    example=Bilingual(
        '√ atau ya; "-" atau tidak; n/a; dikecualikan', '√ or ya; "-" or tidak; n/a; dikecualikan'
    ),
    check=_clear_signs,
)
