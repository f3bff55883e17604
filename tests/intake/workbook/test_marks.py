"""What a sheet of an .xlsx is marked with, seen by a pattern or heard cell by cell."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.workbook import xlsx
from ppid_core.intake.files.workbook.archive import Archive


class _Parts:
    """The parts of an .xlsx with one sheet."""

    def __init__(self, sheet: str) -> None:
        self.parts = {
            "xl/workbook.xml": b'<workbook><sheets><sheet name="A" id="1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": b'<r><Relationship Id="1" Target="worksheets/sheet1.xml"/></r>',
            "xl/styles.xml": b'<s><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></s>',
            "xl/worksheets/sheet1.xml": sheet.encode(),
        }


CELLS = st.builds(
    "<c{}{}{}>{}</c>".format,
    st.sampled_from(
        [
            *(5 * (' r="A1"', ' r="C7"', ' r="XFD1"', ' r="AB12"')),
            *(' r="XFE1"', ' r="B0"', ' r="a1"', "", ' s="0" r="B2"'),
        ]
    ),
    st.sampled_from(["", ' s="0"', ' s="1"', ' s="10"']),
    st.sampled_from(["", ' t="n"', ' t="s"', ' t="e"', ' t="str"', ' t="inlineStr"', ' t="b"']),
    st.sampled_from(
        [
            *(
                "",
                "<v>1</v>",
                "<v></v>",
                "<v/>",
                "<v>a&amp;b</v>",
                "<v>\x01</v>",
                "<v>&</v>",
                "<is><t>é</t></is>",
            ),
            *(
                "<f>SUM(A1:A6)</f><v>2</v>",
                "<f>1+1</f>",
                "<!-- <c r='D4'><v>1</v></c> -->",
                "<v>1</v><v>2</v>",
            ),
        ]
    ),
)
ROWS = st.lists(
    st.builds(
        "<row{}{}>{}</row>".format,
        st.sampled_from(["", ' r="1"', ' r="7"']),
        st.sampled_from(["", ' hidden="1"', ' spans="1:2"']),
        st.lists(CELLS, max_size=4).map("".join),
    ),
    max_size=5,
).map("".join)


@given(ROWS, st.sampled_from([16, 64, 2**20]))
def test_plain_cells_leave_the_marks_that_they_leave_when_each_is_heard(rows: str, piece: int) -> None:
    archive = cast("Archive", _Parts(f"<worksheet><sheetData>{rows}</sheetData></worksheet>"))

    def marks() -> object:
        try:
            return list(xlsx.sheet_marks(archive))
        except CellError as error:
            return error.message

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "_PIECE", piece)
        by_pattern = marks()
        patch.setattr(xlsx, "_without_plain_cells", lambda xml, _: (xml,))
        heard = marks()

    assert by_pattern == heard
