"""Tables of a year as somebody might have spoilt them: cells that say something else, rows more than once."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core.intake.cells.text import UNREAD
from ppid_core.intake.typed_tables import typed_tables

ODD = (
    *(
        "",
        " ",
        "-",
        "NIHIL",
        "JUMLAH",
        "Januari",
        "31/12/2023",
        "03/04/2023",
        "12/31/2023",
        "'03/04/2023",
        "Senin, 3 Januari 2023",
        "1.234",
    ),
    *(
        "12,5",
        "12 (dua belas)",
        "x",
        "ya",
        "tidak",
        "entah",
        "=1+1",
        "'=1+1",
        "a\nb",
        "a  b",
        " a",
        "\x07",
        UNREAD,
    ),
    *(
        "lain-lain",
        "2022",
        "2099",
        "h",
        "a; c",
        "Dinas Baru",
        "dinas baru",
        "website, surel",
        "ditolak",
        "10",
        "-3",
    ),
)
Table = list[dict[str, object]]


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, Table]:
    """Draw the tables of a year with some cells that say something else, some more than once."""
    tables: dict[str, Table] = {
        name: [dict(row) for row in rows] for name, rows in typed_tables(draw(shared_years())).items()
    }
    names = sorted(name for name, rows in tables.items() if rows and name != "laporan")
    for name in draw(st.lists(st.sampled_from(names), max_size=4)) if names else ():
        rows = tables[name]
        heading = draw(st.sampled_from(sorted(rows[0])))
        for at in draw(st.lists(st.integers(0, len(rows) - 1), max_size=4)):
            rows[at][heading] = draw(st.sampled_from(ODD))
    for name in draw(st.lists(st.sampled_from(names), max_size=2)) if names else ():
        tables[name] = tables[name] * draw(st.integers(1, 3))
    return tables
