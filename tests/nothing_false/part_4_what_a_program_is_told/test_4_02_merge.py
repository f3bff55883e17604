from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.nothing_false.work import OURS, from_files, from_tables

from ppid_core import Dossier, Summary, merge, unstructure
from ppid_core.errors import CountedTwiceError, SeveralScopesError
from ppid_core.summary.parts import Counts, Marks


def batch(number: int, keys: Mapping[str, object] | None = None, rows: int = 1) -> Summary:
    said: dict[str, object] = {"tahun": 2023, "badan.nama": "Pemerintah Kota Contoh", **(keys or {})}
    tables: dict[str, list[dict[str, object]]] = {
        "laporan": [{"kunci": key, "isi": value} for key, value in said.items()],
        "permohonan": [{"bulan": "April", "keputusan": "ditolak"}] * rows,
    }
    return Dossier.from_rows(tables, batch=str(number), plugins=OURS).summary


def test_4_2_batches_of_one_register_are_added() -> None:
    merged = merge(*(batch(number, rows=number) for number in (1, 2, 3)))

    assert merged.figure("requests.total") == 6
    assert merged.figure("requests.by_outcome.refused") == 6


def test_4_2_batch_is_never_added_twice() -> None:
    with pytest.raises(CountedTwiceError, match="sudah terhitung: 2") as caught:
        merge(batch(1), batch(2), batch(2))

    assert caught.value.ids == ("2",)


def test_4_2_file_is_never_added_twice(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan="bulan,jumlah\nApril,3\n")
    again = Dossier.open(tmp_path, plugins=OURS)

    with pytest.raises(CountedTwiceError):
        merge(work.summary, again.summary)


def test_4_2_batches_may_share_all_that_is_not_counted(tmp_path_factory: pytest.TempPathFactory) -> None:
    works = [
        from_files(
            tmp_path_factory.mktemp("bagian"), opd="kode,nama\n1,Dinas A\n", permohonan=f"bulan\n{month}\n"
        )
        for month in ("April", "Mei")
    ]

    assert merge(*(work.summary for work in works)).figure("requests.total") == 2


def test_4_2_what_has_no_id_is_added_for_nobody_can_tell() -> None:
    one = from_tables(permohonan=[{"bulan": "April"}]).summary

    assert merge(one, one).figure("requests.total") == 2


@pytest.mark.parametrize("asked", ["requests.total", "requests.by_outcome", "year"])
def test_4_2_summary_of_several_bodies_has_no_figures_and_says_so(asked: str) -> None:
    several = merge(batch(1), batch(1, {"badan.nama": "Pemerintah Kota Lain"}))

    with pytest.raises(SeveralScopesError, match="2 badan atau tahun") as caught:
        several.figure(asked)

    assert caught.value.told.en.startswith("This summary holds 2 bodies or years")
    with pytest.raises(SeveralScopesError):
        unstructure(several)


@pytest.mark.parametrize(
    "other",
    [{"badan.tingkat": "kabupaten"}, {"badan.provinsi": "Jawa Barat"}, {"badan.jenis": "rumah sakit"}],
    ids=["level", "province", "kind"],
)
def test_4_2_bodies_of_one_name_are_told_apart(other: dict[str, object]) -> None:
    assert len(merge(batch(1), batch(2, other)).parts) == 2


def test_4_2_body_is_known_by_its_code_whatever_else_is_typed() -> None:
    coded: list[dict[str, object]] = [
        {"badan.kode": "36.73", "badan.nama": name} for name in ("Kota Serang", "Pemkot Serang")
    ]

    assert merge(batch(1, coded[0]), batch(2, coded[1])).figure("requests.total") == 2
    assert len(merge(batch(1, coded[0]), batch(2, {**coded[1], "badan.kode": "36.04"})).parts) == 2


def test_4_2_body_is_one_however_its_name_is_typed() -> None:
    both = merge(batch(1), batch(2, {"badan.nama": "PEMERINTAH  KOTA CONTOH"}))

    assert both.figure("requests.total") == 2
    assert both == merge(batch(2, {"badan.nama": "PEMERINTAH  KOTA CONTOH"}), batch(1))


@given(st.permutations(range(5)), st.integers(1, 4))
def test_4_2_parts_may_be_merged_in_any_order_and_grouping(order: list[int], cut: int) -> None:
    parts = [PARTS[number] for number in order]

    assert merge(merge(*parts[:cut]), merge(*parts[cut:])) == merge(*PARTS)


PARTS = [batch(number) for number in range(5)]


def test_4_2_merging_goes_through_each_part_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work grows with what is merged, not with its square: counts of a register meet once."""
    merged, seen = Counts.merge, []

    def watched(self: Counts, *others: Counts) -> Counts:
        seen.append(1 + len(others))
        return merged(self, *others)

    monkeypatch.setattr(Counts, "merge", watched)
    (scope, tally) = PARTS[0].parts[0]
    many = [Summary(parts=((evolve(scope, year=year), tally),)) for year in range(1900, 2000)]
    merge(*many)
    assert seen == []

    batches = [Summary(parts=((scope, evolve(tally, counted=Marks.of([str(id_)]))),)) for id_ in range(100)]
    merge(*batches)
    assert set(seen) == {100}
