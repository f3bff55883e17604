"""How the service is equipped: visits, staff, facilities, hours, pictures."""

from __future__ import annotations

from ppid_core.intake.cells import COUNTS, count, counted, hour, inside, weekdays, whole
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Column, Row, TableSpec
from ppid_core.intake.tables.case import AGENCY, MONTH, NUMBER, text_column
from ppid_core.model import Facility, Picture, ServiceHours, Staff, Visits

VISIT_COUNT = Column(name="kunjungan", read=whole, total=counted, ways=COUNTS)

UNIT = text_column("bagian")
PEOPLE = Column(name="jumlah", read=count, total=counted, ways=COUNTS)
QUALIFICATION = text_column("kualifikasi")

PLACE = text_column("tempat")
NAME = text_column("nama")
PIECES = Column(name="jumlah", read=whole, total=counted, ways=COUNTS)
CONDITION = text_column("kondisi")

DAYS = Column(name="hari", read=weekdays)
OPENS = Column(name="buka", read=hour)
CLOSES = Column(name="tutup", read=hour)
BREAK_FROM = Column(name="istirahat_mulai", read=hour)
BREAK_UNTIL = Column(name="istirahat_selesai", read=hour)

CAPTION = text_column("judul")
FILE = Column(name="berkas", read=inside)


def _build_visits(row: Row, setting: Setting) -> Visits:
    within = row[MONTH]
    period = None if within is None else within.within(setting.year)
    return Visits(period=period, count=row[VISIT_COUNT], source=row.source)


def _build_staff(row: Row, _: Setting) -> Staff:
    people, words = row[PEOPLE] or (None, None)
    return Staff(
        unit=row.words(UNIT),
        count=people,
        count_in_words=words,
        qualification=row.words(QUALIFICATION),
        source=row.source,
    )


def _build_facility(row: Row, _: Setting) -> Facility:
    return Facility(
        place=row.words(PLACE),
        name=row.words(NAME),
        count=row[PIECES],
        condition=row.words(CONDITION),
        source=row.source,
    )


def _build_hours(row: Row, setting: Setting) -> ServiceHours:
    return ServiceHours(
        agency=setting.agency(row[AGENCY]),
        days=row[DAYS] or (),
        opens=row[OPENS],
        closes=row[CLOSES],
        break_from=row[BREAK_FROM],
        break_until=row[BREAK_UNTIL],
        source=row.source,
    )


def _build_picture(row: Row, _: Setting) -> Picture:
    return Picture(
        number=row.words(NUMBER), caption=row.words(CAPTION), file=row.words(FILE), source=row.source
    )


VISITS = TableSpec(name="kunjungan", columns=(MONTH, VISIT_COUNT), build=_build_visits)
STAFF = TableSpec(name="sdm", columns=(UNIT, PEOPLE, QUALIFICATION), build=_build_staff)
FACILITIES = TableSpec(
    name="sarana_prasarana", columns=(PLACE, NAME, PIECES, CONDITION), build=_build_facility
)
HOURS = TableSpec(
    name="jam_layanan", columns=(AGENCY, DAYS, OPENS, CLOSES, BREAK_FROM, BREAK_UNTIL), build=_build_hours
)
PICTURES = TableSpec(name="gambar", columns=(NUMBER, CAPTION, FILE), build=_build_picture)
