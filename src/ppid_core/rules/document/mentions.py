"""D101, D104, D105: what the text names – instruments, bodies, weekdays – stands there in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import InstrumentMention, MentionKind, ServiceYear, normal
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.legal.instrument import Cited, cited, same_instruments
from ppid_core.writing import read_date, stated_weekday, weekday_name

_NO_PAIR = Bilingual(
    "tidak ada peraturan yang disebut lebih dari satu kali dengan judul dan tahun",
    "no instrument is named more than once with its title and year",
)
_NO_NAME = Bilingual("nama badan publik belum diisi", "the name of the public body is not filled in")
_NO_BODY = Bilingual(
    "tidak ada nama badan yang dikutip dari naskah", "no name of a body is quoted from the text"
)
_NO_WEEKDAY = Bilingual(
    "tidak ada tanggal berikut nama hari yang dikutip dari naskah",
    "no date with its weekday is quoted from the text",
)
_LEVELS = {
    "pemkot": "kota",
    "kotamadya": "kota",
    "pemkab": "kabupaten",
    "kab": "kabupaten",
    "pemprov": "provinsi",
    "prov": "provinsi",
    "propinsi": "provinsi",
}
_REGION = re.compile(r"\b(?:kota|kabupaten|provinsi) \S.*?(?= (?:kota|kabupaten|provinsi) |$)")
_NOT_A_WORD = re.compile(r"[^\w\s]+|_")
_STATE = re.compile(r" (?:republik indonesia|ri)$")


def _one_number(evidence: Evidence) -> Iterator[Finding]:
    """Yield each place at which an instrument has another number than elsewhere."""
    groups = [group for group in same_instruments(cited(evidence.year)) if len(group) > 1]
    for group in present(groups, _NO_PAIR):
        usual = _usual(group, evidence.year)
        for place in group:
            if place.name.number != usual.name.number:
                yield Finding(
                    subject=place.key,
                    sources=(place.source, usual.source),
                    provided=place.number,
                    expected=usual.number,
                    facts={"kind": place.kind, "here": place.place, "there": usual.place},
                )


def _usual(group: tuple[Cited, ...], year: ServiceYear) -> Cited:
    """Return the first place with the number written most often; the list of regulations stands first."""
    numbers = [place.name.number for place in cited(year)]
    return max(group, key=lambda place: numbers.count(place.name.number))


def _own_name(evidence: Evidence) -> Iterator[Finding]:
    """Yield each name in the text that is of another body: what a copied report leaves behind."""
    name = evidence.year.body.name
    if not name:
        raise NotApplicable(_NO_NAME)
    for mention in present(_mentions(evidence.year, MentionKind.BODY), _NO_BODY):
        if not _names(mention.text, name):
            yield Finding(
                subject=f"body:{normal(mention.text)}",
                sources=(mention.source, evidence.year.body.source),
                provided=mention.text,
                expected=name,
                facts={"where": _passage(mention)},
            )


def _names(text: str, name: str) -> bool:
    """Tell whether ``text`` can be a name of the body: its region decides; without one, the whole name."""
    said, own = _plain(text), _plain(name)
    region, other = _REGION.search(own), _REGION.search(said)
    if region is None:
        return said == own
    return other is None or f"{other[0]} ".startswith(f"{region[0]} ")


def _plain(name: str) -> str:
    words = _NOT_A_WORD.sub(" ", normal(name)).split()
    return _STATE.sub("", " ".join(_LEVELS.get(word, word) for word in words))


def _right_weekday(evidence: Evidence) -> Iterator[Finding]:
    """Yield each date in the text whose weekday is another day's."""
    dated = ((mention, _weekdays(mention.text)) for mention in _mentions(evidence.year, MentionKind.DATE))
    for mention, days in present(((mention, days) for mention, days in dated if days), _NO_WEEKDAY):
        said, right = days or (0, 0)
        if said != right:
            yield Finding(
                subject=f"date:{normal(mention.text)}",
                sources=(mention.source,),
                provided=weekday_name(said),
                expected=weekday_name(right),
                facts={
                    "text": mention.text,
                    "right": Bilingual(weekday_name(right, "id"), weekday_name(right, "en")),
                    "where": _passage(mention),
                },
            )


def _weekdays(text: str) -> tuple[int, int] | None:
    """Return the weekday as stated and that of the date, None where one of them cannot be read."""
    try:
        said, right = stated_weekday(text), read_date(text).weekday()
    except ValueError:
        return None
    return None if said is None else (said, right)


def _mentions(year: ServiceYear, kind: MentionKind) -> Iterator[InstrumentMention]:
    return (mention for mention in known(year.narrative.mentions) if mention.kind is kind and mention.text)


def _passage(mention: InstrumentMention) -> Bilingual:
    where = f" ({mention.passage})" if mention.passage else ""
    return Bilingual.both(where)


D101 = Rule(
    code="D101",
    severity=Severity.ERROR,
    title=Bilingual("Satu peraturan, dua nomor", "One instrument, two numbers"),
    message=Bilingual(
        "Satu {kind}, dua nomor: {provided} ({here}), {expected} ({there}).",
        "One {kind}, two numbers: {provided} ({here}), {expected} ({there}).",
    ),
    mend=Bilingual(
        "Periksa naskah aslinya, lalu tulis satu nomor yang sama di semua tempat.",
        "Look at the original, then write the same number everywhere.",
    ),
    explanation=Bilingual(
        "Peraturan atau keputusan dengan judul dan tahun yang sama adalah satu; nomornya harus sama di"
        " seluruh laporan. Cara menulisnya boleh berbeda: Perwal 24/2011 sama dengan Peraturan Walikota No 24"
        " Tahun 2011.",
        "An instrument with the same title and year is one; its number has to be the same all through the"
        " report. The way of writing may differ: Perwal 24/2011 is Peraturan Walikota No 24 Tahun 2011.",
    ),
    where=columns(regulasi="nomor", kutipan="nomor", laporan="sdm.dasar"),
    example=Bilingual(
        "regulasi dan kutipan sama-sama menulis 042/Kep.289-Huk/2019",
        "regulasi and kutipan both write 042/Kep.289-Huk/2019",
    ),
    check=_one_number,
)
D104 = Rule(
    code="D104",
    severity=Severity.WARNING,
    title=Bilingual("Nama badan lain di naskah", "Another body's name in the text"),
    message=Bilingual(
        'Naskah menyebut "{provided}"{where}; laporan ini dari {expected}.',
        'The text says "{provided}"{where}; this report is by {expected}.',
    ),
    mend=Bilingual(
        "Tulis nama badan ini; bila memang badan lain yang dimaksud, jelaskan.",
        "Write the name of this body; where another one is meant, explain it.",
    ),
    explanation=Bilingual(
        "Naskah yang disusun dari laporan badan lain dapat masih memuat nama badan itu.",
        "A text made from another body's report may still hold that body's name.",
    ),
    where=Bilingual("naskah; tabel kutipan, kolom nomor", "the text; table kutipan, column nomor"),
    example=Bilingual.both("badan, Pemerintah Kota Serang"),
    check=_own_name,
)
D105 = Rule(
    code="D105",
    severity=Severity.WARNING,
    title=Bilingual("Hari tidak sesuai tanggal", "A weekday that is not the date's"),
    message=Bilingual(
        '"{text}"{where}: tanggal itu hari {right}.', '"{text}"{where}: that date is a {right}.'
    ),
    mend=Bilingual("Betulkan hari atau tanggalnya.", "Correct the weekday or the date."),
    explanation=Bilingual(
        "Hari dan tanggal yang tidak sesuai menandakan salah satunya keliru tulis.",
        "Where weekday and date do not match, one of them is a slip of the pen.",
    ),
    where=Bilingual("naskah; tabel kutipan, kolom nomor", "the text; table kutipan, column nomor"),
    example=Bilingual.both("Kamis, 7 Januari 2021"),
    check=_right_weekday,
)
