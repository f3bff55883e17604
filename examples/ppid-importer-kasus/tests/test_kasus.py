"""The importer keeps what the kit of ppid-core promises, and reads what a person counts."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from ppid_importer_kasus import KasusImporter

from ppid_core import Dossier, InputError, load_plugins
from ppid_core.testing import ImporterContract

SAMPLE = Path(__file__).with_name("register.kasus")


class TestKasus(ImporterContract):
    """One test for each promise."""

    @pytest.fixture
    def importer(self) -> KasusImporter:
        """Return what is tested."""
        return KasusImporter()

    @pytest.fixture
    def sample(self) -> Path:
        """Return a file with three requests, an objection and a blank line."""
        return SAMPLE

    @pytest.fixture
    def rows(self) -> Mapping[str, int]:
        """Return what a person counts in it."""
        return {"laporan": 2, "permohonan": 3, "keberatan": 1}

    @pytest.fixture
    def flaw(self, tmp_path: Path) -> tuple[Path, int, str]:
        """Return the sample with a day that is none in its seventh line."""
        path = tmp_path / "cacat.kasus"
        path.write_text(SAMPLE.read_text("utf-8").replace("2024-05-06", "2024-05-32"), encoding="utf-8")
        return path, 7, "tanggal"


def test_dossier_is_opened_by_the_installed_importer() -> None:
    plugins = load_plugins(entry_points=[EntryPoint("kasus", "ppid_importer_kasus", "ppid")])

    work = Dossier.open(SAMPLE, plugins=plugins)

    assert plugins.problems == ()
    assert (work.figure("requests.total"), work.figure("objections.total")) == (3, 1)
    assert work.problems == ()


def test_field_that_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "baru.kasus"
    path.write_text(SAMPLE.read_text("utf-8").replace('"about"', '"prioritas_meja"'), encoding="utf-8")

    intake = KasusImporter().read(path)

    told = [*(one.message.id for one in intake.problems), *(note.message.id for note in intake.notes)]
    assert any("prioritas_meja" in one for one in told)


@pytest.mark.parametrize(
    "line", ["[1, 2]", "{", '{"record": "memo"}', '{"record": ["request"]}', '"request"']
)
def test_line_that_is_no_record_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rusak.kasus"
    path.write_text(f"{SAMPLE.read_text('utf-8')}{line}\n", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        KasusImporter().read(path)

    assert [one.source.row for one in caught.value.problems] == [8]
