"""What became of the formats of a report, in lines: files with their size, and failures with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ppid_core.cli.making import Made
from ppid_core.language import Bilingual, Lang
from ppid_core.writing import format_number

MOST_NAMES = 4
UNITS = (("B", 1), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000))


def made_lines(made: Sequence[Made], lang: Lang) -> Iterator[str]:
    """Yield a line for each format that was made: the first files, how many, how big."""
    done = [one for one in made if one.failure is None]
    width = max((len(one.order.name) for one in done), default=0)
    for one in done:
        names = ", ".join(artifact.name for artifact in one.artifacts[:MOST_NAMES]) or "–"
        more = " …" if len(one.artifacts) > MOST_NAMES else ""
        yield f"  {one.order.name:<{width}}  {names}{more} ({amount(one, lang)})"


def told_lines(made: Sequence[Made]) -> Iterator[str]:
    """Yield what the exporters want people to know of each file that was written, once, with its name."""
    for one in made:
        for artifact in one.artifacts:
            for note in dict.fromkeys(map(_plain, artifact.notes)):
                yield f"{artifact.name}: {note}"


def failure_lines(made: Sequence[Made], lang: Lang) -> Iterator[str]:
    """Yield a sentence for each format that failed: whose it is, why, and what to do."""
    beside = any(one.artifacts for one in made)
    for one in made:
        if one.failure is not None:
            yield one.complaint or _failed(one, lang) + (_OTHERS(lang) if beside else "")


def size(count: int, lang: Lang) -> str:
    """Return a number of bytes as people say it: ``48,2 kB``."""
    unit, scale = next((small for small, big in pairwise(UNITS) if count < big[1]), UNITS[-1])
    return f"{format_number(Decimal(count) / scale, lang, 0 if scale == 1 else 1)} {unit}"


def amount(one: Made, lang: Lang) -> str:
    """Return how many files were made, and how big they are together."""
    count = format_number(len(one.artifacts), lang)
    return _FILES(lang).format(count=count, size=size(one.size, lang))


def _plain(note: str) -> str:
    """Return a note on one line, in signs that can be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(note.split()))


def _failed(one: Made, lang: Lang) -> str:
    owner, cause = one.order.owner, "" if one.failure is None else one.failure.told(lang)
    told = _OURS if owner.is_built_in else _FAILED
    return told(lang).format(name=one.order.name, owner=owner, cause=cause, handle=owner.handle)


_FILES = Bilingual("{count} berkas, {size}", "files: {count}, {size}")
_FAILED = Bilingual(
    'Format "{name}" dari {owner} tidak dapat dibuat ({cause}). Perbarui paket itu, atau sisihkan dengan '
    "--block {handle}.",
    'The format "{name}" of {owner} could not be made ({cause}). Update that package, or leave it out with '
    "--block {handle}.",
)
_OURS = Bilingual(
    'Format "{name}" dari {owner} tidak dapat dibuat ({cause}). Bila berulang, sampaikan pesan ini kepada '
    "pembuatnya.",
    'The format "{name}" of {owner} could not be made ({cause}). If it happens again, tell its makers.',
)
_OTHERS = Bilingual(" Format lain tetap dibuat.", " The other formats were made.")
