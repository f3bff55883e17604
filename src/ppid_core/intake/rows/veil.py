"""What a message may quote: nothing that may be the name, the number or the address of a person.

A name typed in the column of another thing (*tanggal*, *keputusan*) cannot be told from a word by its form.
So in a table with personal data a refused text is quoted only where each of its words is one that clerks type
there, or nearly: *dikabulkn*, *Pebuari*, *Diterima (lewat email)*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from attrs import evolve, field, frozen

from ppid_core.errors import Problem
from ppid_core.glossary import key
from ppid_core.glossary.book import PAGES
from ppid_core.glossary.exemption import CONSENT, PUBLIC_OFFICE, UNTESTED
from ppid_core.glossary.key_word import KEY_WORDS
from ppid_core.intake.cells import PRIVATE, shown
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Note
from ppid_core.intake.tables import table_headings
from ppid_core.language import Bilingual
from ppid_core.model.redaction.identifier import Identifiers
from ppid_core.model.redaction.name import KnownNames, names_of
from ppid_core.model.redaction.word import Phrases, folded
from ppid_core.writing import MONTHS, WEEKDAYS, spell

_LONG_NUMBER = re.compile(r"\d{9}")
_LONG_WORD, _VERY_LONG_WORD = 4, 8
_ORDINARY = """
entah abc xyz test tes coba contoh lupa hilang
lewat melalui via oleh dari ke di pada dan atau dengan untuk yang sudah belum tidak akan lagi sedang masih
telah tanpa karena sesuai dalam saat awal akhir minggu bulan tahun tanggal tgl hari jam kemarin besok lusa
nanti segera kurang lebih sekitar kira banyak beberapa semua seluruh sebagian orang kali buah berkas surat
lembar lisan ada kosong sama idem lihat catatan lampiran nomor no nihil jumlah total rp juta ribu miliar
rupiah persen div ref num null spill calc hk kerja lengkap proses selesai baru lama ini itu juga hanya saja
bisa dapat mohon minta jawab kirim terima tolak salinan asli fotokopi softcopy hardcopy wa wib wita wit sd
jan feb mar apr mei jun jul agu agt ags sep okt nov des
"""


@frozen(kw_only=True)
class Veil:
    """Hides persons in what is told of a reading (*penutup data pribadi*).

    Attributes:
        names: those that the tables hold in columns of names.
        alone: names of one word; they hide only what stands in the same table.
    """

    names: KnownNames = field(factory=KnownNames)
    alone: frozenset[str] = frozenset()
    shared: dict[tuple[str, str], Bilingual] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def of(cls, typed: Iterable[str], told: Iterable[str]) -> Veil:
        """Return what hides the names that are typed, as far as a word of them stands in what is told."""
        said = {word for text in told for word in folded(text)}
        here = dict.fromkeys(one for one in typed if not said.isdisjoint(folded(one))) if said else {}
        found = [name for one in here for name in names_of(one, None)]
        whole = (name for name in found if len(name) > 1)
        alone = frozenset(name[0] for name in found if len(name) == 1)
        return cls(names=KnownNames(persons=Phrases(whole)), alone=alone)

    def problem(self, problem: Problem, *, strict: bool = False) -> Problem:
        """Return the problem without persons.

        Args:
            problem: what could not be read.
            strict: quote only ordinary words, since the table holds personal data.
        """
        value, message = problem.value, problem.message
        quoted = f'"{shown(value).id}"'
        is_closed = strict and bool(value) and value != PRIVATE.id and not is_ordinary(value)
        hidden = is_closed or self.tells(value)
        if not hidden and not self.tells(message.id):
            return problem
        if hidden:
            value, message = PRIVATE.id, self._without(message, quoted)
        place = problem.source
        source = evolve(place, column="") if place.column == problem.value != value else place
        return evolve(problem, source=source, value=value, message=self.sentence(message))

    def _without(self, message: Bilingual, quoted: str) -> Bilingual:
        """Return a message that quotes nothing; many problems share one."""
        key = message.id, quoted
        if key not in self.shared:
            self.shared[key] = Bilingual(
                message.id.replace(quoted, f'"{PRIVATE.id}"'), message.en.replace(quoted, f'"{PRIVATE.en}"')
            )
        return self.shared[key]

    def note(self, note: Note) -> Note:
        """Return the note without persons."""
        message = self.sentence(note.message)
        return note if message is note.message else evolve(note, message=message)

    def sentence(self, text: Bilingual) -> Bilingual:
        """Return a sentence with every name, number and address of a person in it hidden."""
        if not self.tells(text.id):
            return text
        return Bilingual(self._hidden(text.id, PRIVATE.id), self._hidden(text.en, PRIVATE.en))

    def _hidden(self, text: str, instead: str) -> str:
        pieces, done = [], 0
        for start, end in sorted(self._spans(text)):
            if start >= done:
                pieces += [text[done:start], instead]
            done = max(done, end)
        return "".join((*pieces, text[done:])) if pieces else text

    def tells(self, text: str) -> bool:
        """Tell whether a text holds a name, a number or an address of a person."""
        return next(self._spans(text), None) is not None

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        yield from (span for _, span in Identifiers().spans(text))
        yield from (span for span, _ in self.names.spans(text, self.alone))


def veil(ledger: Ledger) -> None:
    """Hide persons in all that was told of a reading."""
    problems = ledger.problems
    open_ones = [at for at in range(len(problems)) if at not in ledger.veiled]
    told = [text for at in open_ones for text in texts_of(problems[at])]
    hiding = Veil.of(
        chain.from_iterable(ledger.persons), (*told, *(note.message.id for note in ledger.notes))
    )
    for at in open_ones:
        problems[at] = hiding.problem(problems[at])
    ledger.notes[:] = map(hiding.note, ledger.notes)


def texts_of(problem: Problem) -> tuple[str, str]:
    """Return what of a problem may name a person."""
    return problem.value, problem.message.id


@lru_cache(maxsize=8192)
def is_ordinary(text: str) -> bool:
    """Tell whether each word of ``text`` is one that clerks type in columns of words, or nearly one."""
    if _LONG_NUMBER.search(text):
        return False
    return all(_is_near(word) for word in folded(text) if word.isalpha() and len(word) > 1)


def looks_like_data(heading: Iterable[str]) -> bool:
    """Tell whether a heading row is one of data: it holds a number, a date, or what tells who somebody is."""
    return any(sum(sign.isdecimal() for sign in cell) > 1 or "@" in cell for cell in heading)


def _is_near(word: str) -> bool:
    known = _vocabulary()
    if word in known:
        return True
    if len(word) < _LONG_WORD:
        return False
    steps = 2 if len(word) >= _VERY_LONG_WORD else 1
    return not _shortened(word, steps).isdisjoint(_nearly())


def _shortened(word: str, steps: int) -> frozenset[str]:
    """Return the word with up to so many letters left out: two near words share one of these."""
    found = {word}
    for _ in range(steps):
        found |= {one[:at] + one[at + 1 :] for one in found for at in range(len(one))}
    return frozenset(found)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for text in _texts() for word in folded(text))


@cache
def _nearly() -> frozenset[str]:
    long = (word for word in _vocabulary() if len(word) >= _LONG_WORD)
    return frozenset(
        one for word in long for one in _shortened(word, 2 if len(word) >= _VERY_LONG_WORD else 1)
    )


def _texts() -> Iterator[str]:
    yield _ORDINARY
    yield from KEY_WORDS
    yield from (name for names in (*MONTHS.values(), *WEEKDAYS.values()) for name in names)
    yield from (spell(number) for number in range(21))
    for page in PAGES:
        for terms in page.values():
            yield from (text for term in terms.values() for text in (*term.accepted, term.label.en))
    for beside in (CONSENT, PUBLIC_OFFICE, UNTESTED):
        yield from (text for term in beside for text in term.accepted)
    for headings in table_headings().values():
        yield from (headings.name, *headings.spellings)
        yield from (text for heading in headings.headings for text in (heading.name, *heading.spellings))
    yield from (text for heading in key.report_keys() for text in (heading.name, *heading.spellings))
