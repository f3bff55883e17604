"""What the years before say, as figures alone: what goes out with a report, and into its JSON."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from ppid_core.model import BREAKDOWNS, Absent
from ppid_core.model.redaction import Redaction
from ppid_core.summary.counterpart import Counterpart, counterpart_of
from ppid_core.summary.figures import MEASURES
from ppid_core.summary.history import EarlierYear, History, Origin, Series
from ppid_core.summary.redaction import renamed


@frozen(kw_only=True)
class Chronicle:
    """The figures of earlier years beside those of one (*riwayat angka*): no row of a register.

    >>> from ppid_core import Dossier
    >>> keys = [{"kunci": "badan.nama", "isi": "Pemerintah Kota Contoh"}, {"kunci": "tahun", "isi": 2023}]
    >>> lines = [{"apa": "permohonan", "jumlah": 84}, {"apa": "permohonan", "jumlah": 61, "tahun": 2022}]
    >>> told = Dossier.from_rows({"laporan": keys, "rekap": lines}).report().chronicle
    >>> told.series["requests.total"].change, [year for year, _ in told.years]
    (23, [2022, 2023])

    Attributes:
        years: every year of which anything is known, the report's own last, and where its figures come from.
        series: each number that an earlier year tells, by its path.
        parts: what the parts of each breakdown stood at last year, by its path.
    """

    years: tuple[tuple[int, Origin], ...]
    series: Mapping[str, Series]
    parts: Mapping[str, Counterpart]


def chronicle_of(history: History) -> Chronicle | None:
    """Return what the years before a year say; None where nothing is known of any.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import chronicle_of
    >>> chronicle_of(Dossier.open("examples/kota-serang-2020").history) is None
    True

    Args:
        history: the year and those before it; of what goes out, those of its edition (`public_year`).
    """
    if len(history.years) == 1:
        return None
    series = {path: history.series(path) for path in MEASURES}
    found = {one.path: counterpart_of(history, one) for one in BREAKDOWNS}
    return Chronicle(
        years=tuple((year, origin) for year, (_, origin) in history.years.items()),
        series={path: one for path, one in series.items() if _is_told(one)},
        parts={path: one for path, one in found.items() if isinstance(one, Counterpart)},
    )


def _is_told(series: Series) -> bool:
    """Tell whether an earlier year knows the figure."""
    return any(not isinstance(point.value, Absent) for point in series.points[:-1])


def public_year(earlier: EarlierYear, *, traits: bool = True) -> EarlierYear:
    """Return an earlier year without personal data: words that it typed may stand beside a later one's.

    Args:
        earlier: the year.
        traits: whether what few share is hidden, too.
    """
    redaction = Redaction.of(earlier.year, traits=traits)
    return evolve(earlier, year=redaction.year, summary=renamed(earlier.summary, redaction.key))
