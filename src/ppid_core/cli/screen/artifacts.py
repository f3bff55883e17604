"""What became of the formats of a report, in lines: files with their size, and failures with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from ppid_core.cli.console import tell
from ppid_core.cli.installed_plugins import tell_problems
from ppid_core.cli.usage import FAILED, FINE
from ppid_core.dossier.order import Made
from ppid_core.language import Bilingual, Lang
from ppid_core.output.manifest import SUMS, Manifest, WrittenFile
from ppid_core.writing import format_date, format_number

_MOST_NAMES = 4
_UNITS = (("B", 1), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000))


def written_lines(made: Sequence[Made], target: Path, done: Bilingual, lang: Lang) -> Iterator[str]:
    """Yield what was written into a folder, under ``done``, and what became of the files that were there."""
    written = any(one.artifacts for one in made)
    yield (done if written else _NOTHING)(lang).format(target=target)
    yield from _made_lines(made, lang)
    yield from _settled_lines(made, target, lang)


def _made_lines(made: Sequence[Made], lang: Lang) -> Iterator[str]:
    """Yield a line for each format that was made: the first files, how many, how big."""
    done = [one for one in made if one.failure is None and not (one.why_none and not one.artifacts)]
    width = max((len(one.order.name) for one in done), default=0)
    for one in done:
        names = ", ".join(artifact.name for artifact in one.artifacts[:_MOST_NAMES]) or "–"
        more = " …" if len(one.artifacts) > _MOST_NAMES else ""
        yield f"  {one.order.name:<{width}}  {names}{more} ({_amount(one, lang)})"


def _settled_lines(made: Sequence[Made], target: Path, lang: Lang) -> Iterator[str]:
    """Yield what became of the files that were there: kept under another name, removed, not made anew."""
    deposits = [one.deposit for one in made if one.deposit is not None]
    for done in deposits:
        yield from (_KEPT(lang).format(name=name, kept=kept) for name, kept in done.kept)
    if removed := [name for done in deposits for name in done.removed]:
        yield _REMOVED(lang).format(names=_listed(removed))
    written = {path.relative_to(target).as_posix() for done in deposits for path in done.paths}
    there = Manifest.of(target).there(target).items()
    others = {name: entry for name, entry in there if name not in {*written, SUMS}}
    if others:
        yield _OTHER_RUNS(lang).format(names=_listed(list(_runs(others, target, lang))))


def _runs(others: Mapping[str, WrittenFile], target: Path, lang: Lang) -> Iterator[str]:
    """Yield the files of each other run with the day on which they were written."""
    runs: dict[object, list[str]] = {}
    for name, entry in others.items():
        runs.setdefault(entry.imprint or name, []).append(name)
    for names in runs.values():
        day = date.fromtimestamp(max((target / name).stat().st_mtime for name in names))  # noqa: DTZ012  as the computer shows it
        more = f" … ({format_number(len(names), lang)})" if len(names) > 1 else ""
        yield f"{names[0]}{more} ({format_date(day, lang)})"


def _listed(names: Sequence[str]) -> str:
    more = f" … ({len(names)})" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _told_lines(made: Sequence[Made]) -> Iterator[str]:
    """Yield what the exporters want people to know of each file that was written, once, with its name."""
    for one in made:
        for artifact in one.artifacts:
            for note in dict.fromkeys(map(_plain, artifact.notes)):
                yield f"{artifact.name}: {note}"


def tell_made(made: Sequence[Made], lang: Lang) -> None:
    """Tell beside the result what is to know of it: added files that failed, failed formats, notes."""
    for one in made:
        tell_problems(one.problems, lang)
    tell(_failure_lines(made, lang))
    tell(dict.fromkeys(one.why_none for one in made if one.why_none and one.order.is_asked))
    tell(_told_lines(made))


def made_code(made: Sequence[Made], *, strict: bool) -> int:
    """Return the code with which formats end the command; ``strict``: any plugin that failed counts."""
    failed = any(one.fails_the_command for one in made)
    told = strict and any(one.problems or one.has_failed for one in made)
    return FAILED if failed or told else FINE


def _failure_lines(made: Sequence[Made], lang: Lang) -> Iterator[str]:
    """Yield a sentence for each format that failed: whose it is, why, and what to do; each sentence once."""
    beside = _OTHERS(lang) if any(one.artifacts for one in made) else ""
    failed = (one for one in made if one.failure is not None)
    yield from dict.fromkeys(
        _failed(one, lang) + beside if one.complaint is None else one.complaint(lang) for one in failed
    )


def size(count: int, lang: Lang) -> str:
    """Return a number of bytes as people say it: ``48,2 kB``."""
    unit, scale = next((small for small, big in pairwise(_UNITS) if count < big[1]), _UNITS[-1])
    return f"{format_number(Decimal(count) / scale, lang, 0 if scale == 1 else 1)} {unit}"


def _amount(one: Made, lang: Lang) -> str:
    """Return how many files were made, and how big they are together."""
    count = format_number(len(one.artifacts), lang)
    return _FILES(lang).format(count=count, size=size(one.size, lang))


def _plain(note: str) -> str:
    """Return a note on one line, in signs that can be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(note.split()))


def _failed(one: Made, lang: Lang) -> str:
    owner, cause = one.order.owner, "" if one.failure is None else one.failure.told(lang)
    told = _OURS if owner.is_built_in else _FAILED
    if one.failure is not None and one.failure.is_of_memory:
        told = _NO_MEMORY
    return told(lang).format(name=one.order.name, owner=owner, cause=cause, handle=owner.handle)


_NOTHING = Bilingual("Tidak ada yang ditulis ke {target}.", "Nothing was written to {target}.")
_KEPT = Bilingual(
    "Berkas {name} yang ada di sana bukan yang ditulis perintah ini, dan tidak ditimpa: kini bernama "
    '"{kept}".',
    "The file {name} that was there is not what this command wrote, and was not overwritten: it is now "
    'called "{kept}".',
)
_REMOVED = Bilingual(
    "Dihapus, karena data sekarang tidak memuatnya lagi: {names}.",
    "Removed, as the data of now hold it no more: {names}.",
)
_OTHER_RUNS = Bilingual(
    "Dari pembuatan sebelumnya dan tidak dibuat ulang: {names}.",
    "Of earlier runs, and not made anew: {names}.",
)
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
_NO_MEMORY = Bilingual(
    'Format "{name}" tidak dapat dibuat: {cause}. Buat tanpa pilihan yang membesarkannya (--set), atau di '
    "komputer yang memorinya lebih besar.",
    'The format "{name}" could not be made: {cause}. Make it without the options that enlarge it (--set), or '
    "on a computer with more memory.",
)
_OTHERS = Bilingual(" Format lain tetap dibuat.", " The other formats were made.")
