"""What was read before is not read again: by content, never out of date, and nothing of a person in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from errno import ENOSPC
from pathlib import Path

import pytest
from attrs import define, evolve, field
from benchmarks.many_bodies import Made, bodies, write
from tests.nothing_false.part_3_what_is_let_out.test_3_05_personal_data import (
    personal_folder,
    personal_in_every_cell,
    personal_in_words,
    personal_left_in,
    personal_parts,
)

from ppid_core import Dossier, load_plugins
from ppid_core.dossier import cache as module
from ppid_core.dossier.cache import ReportCache
from ppid_core.dossier.processes import Answer, Answers, body_years
from ppid_core.intake.files.collection import CACHE_MARK, report_paths
from ppid_core.language import Bilingual
from ppid_core.plugins import Plugins
from ppid_core.rollup import BodyYear, RefusedFile
from ppid_core.rollup.wire import body_year_json, body_year_of

EXAMPLES = Path(__file__).parents[2] / "examples"
PICTURE = b"\x89PNG\r\n\x1a\n"


@define
class Reading:
    """Reads through a cache, and notes what was read."""

    home: Path
    plugins: Plugins
    read: list[str] = field(factory=list)
    told: list[str] = field(factory=list)
    meanwhile: Callable[[Path], object] = lambda _: None

    def __call__(self, *paths: Path) -> list[Answer]:
        self.read.clear()

        def read(unknown: Sequence[Path]) -> Answers:
            for path, one in zip(unknown, body_years(unknown), strict=True):
                self.read.append(path.name)
                self.meanwhile(path)
                yield one

        def tell(told: Bilingual) -> None:
            self.told.append(told.id)

        cache = ReportCache(folder=self.home, plugins=self.plugins, tell=tell)
        return list(cache.body_years(paths, read))

    @property
    def entries(self) -> list[Path]:
        return sorted(self.home.glob("*.json"))


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load_plugins()


@pytest.fixture
def reading(tmp_path: Path, plugins: Plugins) -> Reading:
    return Reading(home=tmp_path / "simpanan", plugins=plugins)


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Return two reports as folders, one as a file, and one that is none."""
    home = tmp_path / "masuk"
    found = [write(one, home) for one in bodies(("36.73", "51.71"), (2023,), seed=2, median=3)]
    register = home / "lepas" / "permohonan.csv"
    register.parent.mkdir()
    register.write_text("nomor,tanggal,keputusan\n1,2023-02-03,ditolak\n", encoding="utf-8")
    (home / "rusak.json").write_text("{", encoding="utf-8")
    return [found[0], register, home / "rusak.json", *found[1:]]


def test_second_reading_answers_the_same_and_reads_only_what_could_not_be_read(
    reading: Reading, reports: list[Path]
) -> None:
    first, read = reading(*reports), list(reading.read)

    again = reading(*reversed(reports))

    assert read == [path.name for path in reports]
    assert reading.read == ["rusak.json"]
    assert again == first[::-1] == list(body_years(reversed(reports)))
    assert sum(isinstance(one, RefusedFile) for one in again) == 1


def test_report_in_another_place_is_known_and_keeps_its_own_path(
    reading: Reading, reports: list[Path], tmp_path: Path
) -> None:
    (first,) = reading(reports[0])
    moved = tmp_path / "lain" / reports[0].name
    shutil.move(reports[0], moved)

    (again,) = reading(moved)

    assert not reading.read
    assert isinstance(first, BodyYear)
    assert again == evolve(first, file=moved.as_posix())


CHANGES: dict[str, Callable[[Path], object]] = {
    "a cell": lambda home: (home / "permohonan.csv").write_text("nomor\n1\n2\n", encoding="utf-8"),
    "a file more": lambda home: (home / "kunjungan.csv").write_text("bulan\n", encoding="utf-8"),
    "a file less": lambda home: (home / "keberatan.csv").unlink(missing_ok=True),
    "a file in a folder": lambda home: write_in(home / "naskah" / "pengantar.md", b"Pengantar."),
}
BESIDE: dict[str, Callable[[Path], object]] = {
    "its keys": lambda home: write_in(home / "laporan.csv", b"kunci,isi\nbadan.nama,Badan Contoh\n"),
    "its map": lambda home: write_in(home / "peta.csv", b"dari,ke\nNo,nomor\n"),
    "a picture": lambda home: write_in(home / "gambar" / "ruang.bin", PICTURE),
}


def write_in(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("change", CHANGES)
def test_folder_that_changed_is_read_again(reading: Reading, reports: list[Path], change: str) -> None:
    reading(reports[0])
    CHANGES[change](reports[0])

    found = reading(reports[0])

    assert reading.read == [reports[0].name]
    assert found == list(body_years(reports[:1]))


@pytest.mark.parametrize("change", BESIDE)
def test_file_is_read_again_where_what_lies_beside_it_changed(
    reading: Reading, reports: list[Path], change: str
) -> None:
    reading(reports[1])
    write_in(reports[1].parent / "catatan.pdf", b"%PDF")  # nothing that is read with it
    reading(reports[1])
    is_known = not reading.read
    BESIDE[change](reports[1].parent)

    reading(reports[1])

    assert is_known
    assert reading.read == ["permohonan.csv"]


@pytest.mark.parametrize("name", ["_library", "_estimate"])
def test_another_version_reads_again(
    reading: Reading, reports: list[Path], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading(reports[0])
    monkeypatch.setattr(module, name, lambda: "lain")

    reading(reports[0])

    assert reading.read == [reports[0].name]


def test_other_plugins_read_again(reading: Reading, reports: list[Path], plugins: Plugins) -> None:
    reading(reports[0])
    first, *rest = plugins.rule_claims
    newer = evolve(first, owner=evolve(first.owner, version="99"))
    reading.plugins = evolve(plugins, rule_claims=(newer, *rest))

    reading(reports[0])

    assert reading.read == [reports[0].name]


def test_what_changed_while_it_was_read_is_not_kept(reading: Reading, reports: list[Path]) -> None:
    reading.meanwhile = CHANGES["a cell"]

    reading(reports[0])

    assert not reading.entries


def damaged(content: bytes) -> Iterator[bytes]:
    plain = json.loads(content)
    yield content[: len(content) // 2]
    yield b""
    yield b"\x00\xff"
    yield b"[]"
    yield content.replace(b'"found"', b'"fount"')
    plain["report"]["unread"] = 7
    yield json.dumps(plain).encode()
    yield json.dumps(plain | {"digest": module._digest(plain["report"]), "key": "lain"}).encode()  # noqa: SLF001  one that is whole
    strange = {"summary": 3}
    yield json.dumps(plain | {"digest": module._digest(strange), "report": strange}).encode()  # noqa: SLF001  as before


def test_damaged_or_foreign_entry_is_passed_over_and_written_anew(
    reading: Reading, reports: list[Path]
) -> None:
    first = reading(reports[0])
    (entry,) = reading.entries
    whole = entry.read_bytes()

    for content in damaged(whole):
        entry.write_bytes(content)

        assert reading(reports[0]) == first
        assert reading.read == [reports[0].name]
        assert entry.read_bytes() == whole


def test_full_disk_is_told_once_and_every_report_is_read(
    reading: Reading, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    found = reading(*reports)

    assert found == list(body_years(reports))
    (told,) = reading.told
    assert "ruang penyimpanan penuh" in told
    assert not reading.entries


@pytest.mark.parametrize("mark", [personal_in_words, personal_in_every_cell])
def test_no_entry_holds_a_person(reading: Reading, tmp_path: Path, mark: Callable[..., str]) -> None:
    folder = tmp_path / "bertanda"
    folder.mkdir()
    personal_folder(folder, mark)

    (one,) = reading(folder)

    assert isinstance(one, BodyYear)
    assert one.found
    (entry,) = reading.entries
    assert not personal_left_in(personal_parts(entry.read_bytes()))
    assert "permohonan" in entry.read_text(encoding="utf-8")


def test_cache_among_the_reports_is_none_of_them(reading: Reading, reports: list[Path]) -> None:
    reading.home = reports[0].parent / "simpanan"
    before = list(report_paths([reports[0].parent]))

    reading(*reports)

    assert (reading.home / CACHE_MARK).read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    assert list(report_paths([reports[0].parent])) == before


@pytest.mark.slow
def test_body_year_comes_back_from_json(made: tuple[tuple[Made, BodyYear], ...]) -> None:
    told = [
        BodyYear.of(Dossier.open(EXAMPLES / name)) for name in ("kota-serang-2020", "kabupaten-contoh-2024")
    ]

    for one in (*told, *(kept for _, kept in made)):
        back = body_year_of(json.loads(json.dumps(body_year_json(one))))

        assert back == one
        assert back.scope.body == one.scope.body
        assert [back.figure(path) for path in ("requests", "budget")] == [
            one.figure(path) for path in ("requests", "budget")
        ]
