"""What is the same: files that were counted already, and bodies whose years belong together."""

from __future__ import annotations

from ppid_core.intake import Intake
from ppid_core.intake.files.row_file import table_in
from ppid_core.model import PublicBody, normal

_PROSE = (".txt", ".md")
_NOT_COUNTED = frozenset({"laporan", "naskah", "opd", "jenis_informasi", "peta", "penjelasan", "hari_libur"})


def counted_files(intake: Intake) -> tuple[str, ...]:
    """Return the hashes of the files from which figures are counted: two batches may share all the others.

    Of a file that is not called after its table, so that it was known by its heading, they may be.
    """
    inputs = intake.inputs
    if len(inputs) == 1:
        return tuple(inputs.values())
    return tuple(
        digest
        for name, digest in inputs.items()
        if name not in {*intake.pictures, *intake.pictured}
        and table_in(name) not in _NOT_COUNTED
        and not name.casefold().endswith(_PROSE)
    )


def is_same(one: PublicBody, other: PublicBody) -> bool:
    """Tell whether two years may be of one body: by its code, which outlives a new name, else by its name."""
    if one.code and other.code:
        return normal(one.code) == normal(other.code)
    return normal(one.name) == normal(other.name)
