"""Which headings of a register that are no column of it are nobody's, by their words or their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from ppid_core.glossary import nobody, spelling
from ppid_core.glossary.nobody import marks_deletion
from ppid_core.glossary.word_family import parts, words_of
from ppid_core.intake.affix import Affix, column_named
from ppid_core.intake.nearest import misspelt
from ppid_core.intake.rows.namesake import says_word, texts_of_column
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import DISPUTES, OBJECTIONS, REQUESTS
from ppid_core.intake.tables.applicant import tells_of_a_person, tells_of_another
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.model.redaction.identifier import Identifiers

_APPLICANT = frozenset({"nama", "nik", "alamat", "kontak", "pemohon"})
"""Columns of the applicant: beside one of them, who is named otherwise is somebody else."""
_NO = frozenset({"0", "false", "f", "no", "n", "tidak", "bukan", "belum"})
"""What a mark of deletion says, in the form of `spelling`, of a row that is not deleted."""
_OTHER_REGISTERS: Mapping[str, tuple[TableSpec[Any], Bilingual]] = {
    "permohonan": (REQUESTS, nobody.REQUEST),
    "keberatan": (OBJECTIONS, nobody.OBJECTION),
    "sengketa": (DISPUTES, nobody.DISPUTE),
}
_UNASKED = frozenset(
    {"kanal", "tahap", "jenis", "cara_mendapatkan_salinan", "bentuk", "kelompok_informasi", "dikuasai"}
)
"""Columns of a register of requests that no report asks for of an objection or a dispute."""
_COMPANIONS = frozenset({"lain", "rincian", "uraian", "keterangan"})
"""Words of a heading that says more of another one: *pekerjaan lainnya*, *keterangan penolakan*."""
_MOSTLY = 0.5
_DECIDED, _NUMBER = "keputusan", "nomor"
_PERSONAL = Identifiers(hosts=())
_KEPT = re.compile(
    r"https?://\S+|[\w ./\\()-]+\.(?:pdf|jpe?g|png|gif|webp|heic|docx?|xlsx?|pptx?|zip|rar|txt)"
    r"|(?P<key>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    re.IGNORECASE,
)
"""A file, or where it lies; or what a program calls a row by."""


@frozen(slots=False)
class Nobodys:
    """Which headings of a register that are no column of it are passed over, and why.

    Attributes:
        sheet: what is typed.
        spec: describes the register.
        affix: the word that most headings share.
        meant: the column that each heading names.
    """

    sheet: Sheet
    spec: TableSpec[Any]
    affix: Affix | None
    meant: Mapping[int, str | None]

    def why(self, position: int, title: str) -> Bilingual | None:
        """Return why a heading is; None where it is not."""
        if not self.spec.cases:
            return None
        texts = texts_of_column(self.sheet, position)
        if marks_deletion(title):
            return nobody.DELETION if all(map(_says_no, texts)) else None
        if texts and all(spelling(text) == self.spec.name for text in texts):
            return nobody.NAME
        bare = self.affix.cut(title) if self.affix else ""
        for said in filter(None, (title, bare)):
            if (why := self._by_words(said)) is not None:
                return None if why is nobody.PROSE and self._says_the_outcome(texts) else why
        if texts or not self._is_filled or misspelt(title, self.spec.accepted):
            return _by_cells(texts)
        return nobody.BLANK

    def _by_words(self, title: str) -> Bilingual | None:
        """Return why words say so."""
        if tells_of_another(title, is_beside=self._has_applicant):
            return nobody.OTHERS
        if tells_of_a_person(title):
            return nobody.IDENTITY
        return nobody.why_nobodys(title) or self._of_another_register(title) or self._companion(title)

    def _of_another_register(self, title: str) -> Bilingual | None:
        """Return of which register it tells: that of which it bears the name, and no other column is that.

        In a register of objections *tanggal permohonan* may be the day of the objection, where no other
        heading names that.
        """
        said = parts(title)
        for subject, (spec, why) in _OTHER_REGISTERS.items():
            if subject not in said or subject == self.spec.name or said == {subject}:
                continue
            rest = " ".join(word for word in words_of(title) if word != subject)
            own = column_named(rest, self.spec)
            theirs = column_named(title, spec)
            if subject != REQUESTS.name or (theirs not in {None, _NUMBER} and own in {None, *self._named}):
                return why
        is_other = self.spec.name != REQUESTS.name
        return nobody.UNASKED if is_other and column_named(title, REQUESTS) in _UNASKED else None

    def _companion(self, title: str) -> Bilingual | None:
        """Return that it says more of a column that is there: *pekerjaan lainnya*."""
        words = words_of(title)
        rest = [word for word in words if word not in _COMPANIONS]
        if not rest and self.spec.name == OBJECTIONS.name:
            return nobody.PROSE
        is_there = column_named(" ".join(rest), self.spec) in self._named or frozenset(rest) in self._titles
        return nobody.COMPANION if 0 < len(rest) < len(words) and is_there else None

    def _says_the_outcome(self, texts: Sequence[str]) -> bool:
        """Tell whether most that a column of prose says are words of the outcome, which no other one says."""
        free = (one for one in self.spec.columns if one.name == _DECIDED and one.name not in self._named)
        most = _MOSTLY * len(texts)
        return any(sum(says_word(column, text) for text in texts) >= most > 0 for column in free)

    @cached_property
    def _titles(self) -> frozenset[frozenset[str]]:
        """The parts of every heading that is there."""
        return frozenset(parts(self.sheet.heading[at]) for at in self.meant)

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(filter(None, self.meant.values()))

    @property
    def _has_applicant(self) -> bool:
        return not _APPLICANT.isdisjoint(self._named)

    @cached_property
    def _is_filled(self) -> bool:
        """Whether a column that is known says anything: under a mere heading nothing is blank."""
        return any(texts_of_column(self.sheet, at, 1) for at, name in self.meant.items() if name)


def _by_cells(texts: Iterable[str]) -> Bilingual | None:
    """Return what each cell of a column is, where all of them tell who somebody is, or are files or keys."""
    kinds = set(map(_kind, texts))
    return kinds.pop() if len(kinds) == 1 else None


def _kind(text: str) -> Bilingual | None:
    if any(span == (0, len(text)) for _, span in _PERSONAL.spans(text)):
        return nobody.IDENTITY
    found = _KEPT.fullmatch(text)
    return found and (nobody.TECHNICAL if found["key"] else nobody.FILE)


def _says_no(text: str) -> bool:
    return spelling(text) in _NO
