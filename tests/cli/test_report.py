from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import pytest
from tests.cli.test_plugins import HOSTILE
from tests.written import contents, names

from ppid_exporters.hooks import ppid_register_exporters


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


EXPORTER = """
from attrs import frozen
from ppid_core.errors import ExtraMissingError
from ppid_core.plugins import Artifact, hookimpl

@frozen(kw_only=True)
class Mine:
    name: str = "{name}"
    label: str = "Punya kami"
    suffix: str = "txt"

    def export(self, report, /):
        {body}

@hookimpl
def ppid_register_exporters():
    return [Mine()]
"""
ONE_FILE = 'yield Artifact(name="mine." + self.suffix, media_type="text/plain", content=b"isi")'
BUILT_IN = tuple(exporter.name for exporter in ppid_register_exporters())


def exporter(body: str = ONE_FILE, name: str = "mine") -> str:
    return EXPORTER.format(name=name, body=body)


@pytest.mark.parametrize(
    ("asked", "said"), [(("--form", "brief"), "--form full"), (("--lang", "en"), "--lang id")]
)
def test_format_that_writes_no_file_of_a_document_says_why(
    run: Run, tiny: Path, asked: tuple[str, str], said: str
) -> None:
    ended = run("report", tiny, "--to", "csv,markdown", *asked)

    assert ended.code == 0
    assert said in " ".join(ended.err.split())
    assert "csv" not in ended.out


@pytest.mark.usefixtures("light")
def test_format_that_nobody_asked_for_is_passed_over_without_a_word(run: Run, tiny: Path) -> None:
    assert "csv" not in run("report", tiny, "--form", "brief").err


def test_what_was_written_is_listed_as_json_with_the_hash_of_each_file(run: Run, tiny: Path) -> None:
    told = json.loads(run("report", tiny, "--to", "markdown,csv", "--format", "json").out)

    assert told["files"]
    for file in told["files"]:
        content = (Path(told["folder"]) / file["path"]).read_bytes()
        assert (len(content), sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    assert {file["format"] for file in told["files"]} == {"markdown", "csv"}
    assert {Path(file["path"]).name for file in told["files"]} == names(tiny / "hasil")


def test_a_format_that_failed_is_listed_with_its_cause(run: Run, tiny: Path, site: Site) -> None:
    site.install("ppid-x", plug_x=exporter('raise OSError("rusak")'))

    ended = run("report", tiny, "--to", "mine,markdown", "--format", "json")

    (failed,) = json.loads(ended.out)["failed"]
    assert (ended.code, failed["format"], failed["is_missing_extra"]) == (3, "mine", False)
    assert "rusak" in failed["cause"]


def test_one_file_goes_to_standard_output_and_into_no_folder(run: Run, tiny: Path) -> None:
    written = run("report", tiny, "--to", "markdown", "-o", tiny.parent / "lain")

    piped = run("report", tiny, "--to", "markdown", "-o", "-")

    assert written.code == piped.code == 0
    assert piped.out == (tiny.parent / "lain" / "laporan.md").read_text("utf-8")
    assert not (tiny / "hasil").exists()


def test_several_files_do_not_go_to_standard_output(run: Run, tiny: Path) -> None:
    ended = run("report", tiny, "--to", "markdown,json", "-o", "-")

    assert (ended.code, ended.out) == (2, "")
    assert "laporan.md, laporan.json" in ended.err


def test_a_report_that_is_refused_says_why_as_json_too(run: Run, tiny: Path) -> None:
    (tiny / "permohonan.csv").write_text("tanggal\nkemarin\n", encoding="utf-8")

    ended = run("report", tiny, "--to", "markdown", "--format", "json")

    (problem,) = json.loads(ended.out)["problems"]
    assert (ended.code, problem["file"], problem["row"], problem["value"]) == (
        2,
        "permohonan.csv",
        2,
        "kemarin",
    )


@pytest.mark.slow
def test_every_format_is_written_beside_the_tables(run: Run, tiny: Path) -> None:
    ended = run("laporan", tiny)

    assert ended.code == 0
    assert {"laporan.html", "laporan.md", "laporan.json"} <= names(tiny / "hasil")
    assert any(name.endswith(".csv") for name in names(tiny / "hasil"))
    assert [*BUILT_IN] == [line.split()[0] for line in ended.out.splitlines()[1:]]


@pytest.mark.slow
def test_tables_are_not_touched_and_results_are_not_read_again(run: Run, tiny: Path) -> None:
    before = {path: path.read_bytes() for path in tiny.iterdir()}

    run("report", tiny)
    first = (tiny / "hasil" / "data" / "laporan.json").read_bytes()
    run("report", tiny, "--to", "json")

    assert before == {path: path.read_bytes() for path in tiny.iterdir() if path.is_file()}
    assert first == (tiny / "hasil" / "data" / "laporan.json").read_bytes()


def test_only_what_is_asked_for_is_written(run: Run, tiny: Path, tmp_path: Path) -> None:
    ended = run("report", tiny, "--to", "json,markdown", "--to", "json", "-o", tmp_path / "keluar")

    assert ended.code == 0
    assert {"laporan.json", "laporan.md"} == names(tmp_path / "keluar")


def test_problem_refuses_the_report_unless_a_draft_is_asked_for(run: Run, tiny: Path) -> None:
    (tiny / "keberatan.csv").write_text("bulan,jumlah\nJanuari,dua\nMaret,1\n", encoding="utf-8")

    refused = run("report", tiny)
    drafted = run("report", tiny, "--draft", "--to", "json,markdown")

    assert refused.code == 2
    assert "keberatan.csv baris 2" in refused.err
    assert "Laporan tidak dibuat." in refused.err
    assert drafted.code == 0
    assert "DRAF: 1 sel belum terbaca" in (tiny / "hasil" / "laporan.md").read_text(encoding="utf-8")


def test_refused_report_writes_nothing(run: Run, tiny: Path) -> None:
    (tiny / "keberatan.csv").write_text("bulan,jumlah\nJanuari,dua\n", encoding="utf-8")

    run("report", tiny)

    assert not (tiny / "hasil").exists()


def test_draft_without_problems_is_marked_too(run: Run, tiny: Path) -> None:
    run("report", tiny, "--draft", "--to", "markdown", "--lang", "en")

    assert "DRAFT" in (tiny / "hasil" / "laporan-en.md").read_text(encoding="utf-8")


def test_folder_without_a_year_has_no_draft(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\n", encoding="utf-8")

    assert run("report", tiny, "--draft").code == 2


def test_empty_folder_has_no_report(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "laporan", "--year", "2026")

    ended = run("report", tmp_path / "laporan")

    assert ended.code == 2
    assert ended.err.startswith("Belum ada yang diisi")


@pytest.mark.parametrize("out", [".", "naskah", "hasil/..", "contoh/hasil"])
def test_report_is_never_written_among_the_tables(run: Run, tiny: Path, out: str) -> None:
    (tiny / "naskah").mkdir()
    (tiny / "hasil").mkdir()
    before = sorted(tiny.rglob("*"))

    ended = run("report", tiny, "-o", tiny / out)

    assert ended.code == 2
    assert "memuat masukan" in " ".join(ended.err.split())
    assert before == sorted(tiny.rglob("*"))


def test_report_is_never_written_among_the_tables_of_another_report(
    run: Run, tiny: Path, example: Path
) -> None:
    assert run("report", tiny, "-o", example).code == 2


def test_report_may_be_written_below_the_results(run: Run, tiny: Path) -> None:
    assert run("report", tiny, "--to", "json", "-o", tiny / "hasil" / "2023").code == 0


def test_file_in_the_place_of_the_folder_is_told(run: Run, tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "keluar").write_text("", encoding="utf-8")

    for out in (tmp_path / "keluar", tmp_path / "keluar" / "dalam"):
        ended = run("report", tiny, "-o", out)
        assert ended.code == 2
        assert ended.err == '"keluar" bukan folder. Pilih folder lain dengan -o.\n'


def test_unknown_format_ends_with_2_and_lists_the_known_ones(run: Run, tiny: Path) -> None:
    ended = run("report", tiny, "--to", "json,odt")

    assert ended.code == 2
    known = ", ".join(sorted(BUILT_IN))
    assert f'Format "odt" tidak dikenal. Yang ada: {known}.' in " ".join(ended.err.split())
    assert not (tiny / "hasil").exists()


@pytest.mark.usefixtures("light")
def test_missing_package_is_skipped_in_a_sentence_and_fails_only_where_the_format_is_asked_for(
    run: Run, tiny: Path, site: Site
) -> None:
    site.install("ppid-exporter-mine", plug_mine=exporter('raise ExtraMissingError("mine", "docx")'))
    sentence = '"mine" memerlukan paket tambahan: pip install "ppid-core[docx]"\n'

    skipped, asked = run("report", tiny), run("report", tiny, "--to", "mine,json")

    assert (skipped.code, skipped.err) == (0, sentence)
    assert (asked.code, asked.err) == (3, sentence)
    assert "laporan.json" in names(tiny / "hasil")


@pytest.mark.slow
@pytest.mark.usefixtures("made_apart")
def test_missing_package_of_a_built_in_format_is_no_failure_unless_asked_for(
    run: Run, ours_are: Callable[..., None], tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is made in a process apart, which finds what stands in its path."""
    ours_are("html", "json", "markdown")
    (tmp_path / "jinja2.py").write_text("raise ModuleNotFoundError(name='jinja2')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    skipped, asked = run("report", tiny), run("report", tiny, "--to", "html")

    assert skipped.code == 0
    assert 'pip install "ppid-core[html]"' in skipped.err
    assert asked.code == 3
    assert {"laporan.md", "laporan.json"} <= names(tiny / "hasil")


@pytest.mark.usefixtures("light")
def test_stranger_that_fails_is_told_and_fails_the_command_only_where_asked_for(
    run: Run, tiny: Path, site: Site
) -> None:
    site.install("ppid-exporter-mine", plug_mine=exporter("raise SystemExit(1)"))

    beside, asked = run("report", tiny), run("report", tiny, "--to", "json,mine")
    strict = run("report", tiny, "--strict-plugins")

    assert (beside.code, asked.code, strict.code) == (0, 3, 3)
    told = (
        'Format "mine" dari "ppid-exporter-mine" 1.0 tidak dapat dibuat (SystemExit: 1). Perbarui paket itu, '
    )
    told += "atau sisihkan dengan --block ppid-exporter-mine. Format lain tetap dibuat."
    assert told == " ".join(beside.err.split())
    assert {"laporan.xlsx", "laporan.md", "laporan.json"} <= names(tiny / "hasil")


@pytest.mark.usefixtures("light")
def test_built_in_format_that_fails_fails_the_command(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ppid_exporters.json.JsonExporter.export", broken)

    ended = run("report", tiny)

    assert ended.code == 3
    assert "laporan.md" in names(tiny / "hasil")
    assert "laporan.json" not in names(tiny / "hasil")


@pytest.mark.usefixtures("light")
def test_format_may_not_overwrite_what_another_one_wrote(run: Run, tiny: Path, site: Site) -> None:
    body = 'yield Artifact(name="LAPORAN.json", media_type="text/plain", content=b"isi")'
    site.install("ppid-exporter-mine", plug_mine=exporter(body))

    ended = run("report", tiny)

    assert ended.code == 0
    assert "nama dipakai dua kali" in " ".join(ended.err.split())
    assert "LAPORAN.json" not in names(tiny / "hasil")


def test_failed_format_leaves_its_old_files(run: Run, tiny: Path, site: Site) -> None:
    (tiny / "hasil").mkdir()
    (tiny / "hasil" / "mine.txt").write_bytes(b"lama")
    body = f'{ONE_FILE}; yield Artifact(name="../keluar.txt", media_type="text/plain", content=b"")'
    site.install("ppid-exporter-mine", plug_mine=exporter(body))

    ended = run("report", tiny, "--to", "mine")

    assert ended.code == 3
    assert {"mine.txt"} == names(tiny / "hasil")
    assert (tiny / "hasil" / "mine.txt").read_bytes() == b"lama"
    assert not (tiny / "keluar.txt").exists()


def test_option_comes_from_the_table_and_the_command_wins(run: Run, tiny: Path, site: Site) -> None:
    site.install("ppid-exporter-mine", plug_mine=exporter())
    table = tiny / "laporan.csv"
    table.write_text(table.read_text(encoding="utf-8") + "ekspor.mine.suffix,md\n", encoding="utf-8")

    run("report", tiny, "--to", "mine", "-o", tiny / "hasil" / "a")
    run("report", tiny, "--to", "mine", "-o", tiny / "hasil" / "b", "--set", "mine.suffix=log")

    assert {"mine.md"} == names(tiny / "hasil" / "a")
    assert {"mine.log"} == names(tiny / "hasil" / "b")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("mine.warna=biru", 'Pilihan format mine "warna" tidak dikenal. Yang ada: suffix.'),
        ("odt.warna=biru", 'Format "odt" tidak dikenal.'),
        ("warna=biru", '--set "warna=biru" tidak dapat dibaca.'),
        ("mine.suffix", '--set "mine.suffix" tidak dapat dibaca.'),
    ],
)
def test_wrong_setting_ends_with_2_before_anything_is_written(
    run: Run, tiny: Path, site: Site, setting: str, said: str
) -> None:
    site.install("ppid-exporter-mine", plug_mine=exporter())

    ended = run("report", tiny, "--set", setting)

    assert ended.code == 2
    assert said in " ".join(ended.err.split())
    assert not (tiny / "hasil").exists()


def test_option_of_a_format_that_is_not_installed_is_told(run: Run, tiny: Path) -> None:
    table = tiny / "laporan.csv"
    table.write_text(table.read_text(encoding="utf-8") + "ekspor.odt.warna,biru\n", encoding="utf-8")

    ended = run("report", tiny, "--to", "json")

    assert ended.code == 0
    assert "ekspor.odt" in ended.err


def test_public_edition_hides_who_asked_and_the_internal_one_does_not(run: Run, tiny: Path) -> None:
    (tiny / "permohonan.csv").write_text(
        "nomor,nama,alamat,keputusan\n1,Nama Rahasia,Jalan Rahasia 5,dikabulkan\n", encoding="utf-8"
    )

    run("report", tiny, "--to", "csv,html,json,markdown")
    public = b"".join(contents(tiny / "hasil").values())
    run("report", tiny, "--edition", "internal", "--to", "json")

    assert b"Rahasia" not in public
    assert b"Rahasia" in (tiny / "hasil-internal" / "data" / "laporan-internal.json").read_bytes()


def test_brief_form_is_shorter(run: Run, example: Path) -> None:
    run("report", example, "--to", "markdown", "-o", example / "hasil" / "full")
    run("report", example, "--to", "markdown", "-o", example / "hasil" / "brief", "--form", "brief")

    full = len((example / "hasil" / "full" / "laporan.md").read_bytes())
    brief = len((example / "hasil" / "brief" / "pengumuman.md").read_bytes())
    assert brief < full / 2


def test_what_is_left_to_mend_is_told_after_the_files(run: Run, example: Path) -> None:
    assert run("report", example, "--to", "json").out.splitlines()[-1].startswith("Masih ada 3 hal")


@pytest.mark.usefixtures("light")
def test_plugin_that_adds_files_is_written_and_one_that_fails_is_told(
    run: Run, tiny: Path, site: Site
) -> None:
    audit = """
from ppid_core.plugins import Artifact, hookimpl

@hookimpl
def ppid_exported(exporter):
    {body}
"""
    added = 'yield Artifact(name=exporter.name + ".sha256", media_type="text/plain", content=b"")'
    site.install("ppid-audit", plug_audit=audit.format(body=added))
    site.install("ppid-broken", plug_broken=audit.format(body="raise OSError('rusak')"))

    beside, strict = run("report", tiny, "--to", "json"), run("report", tiny, "--strict-plugins")

    assert beside.code == 0
    assert {"laporan.json", "json.sha256"} <= names(tiny / "hasil")
    assert 'Plugin "ppid-broken" 1.0 tidak dapat menambahkan berkas (OSError: rusak)' in beside.err
    assert strict.code == 3


def test_five_hostile_plugins_that_are_set_aside_are_not_told(run: Run, tiny: Path, site: Site) -> None:
    """What they do where nobody sets them aside is asked in `test_plugins.py`."""
    for distribution, source in HOSTILE.items():
        site.install(distribution, **{distribution.replace("-", "_"): source})

    ended = run("report", tiny, "--to", "html,json", *(f"--block={name}" for name in HOSTILE))

    assert (ended.code, ended.err) == (0, "")
    assert {"laporan.html", "laporan.json"} == names(tiny / "hasil")


def test_format_that_two_plugins_claim_ends_with_3_where_asked_for(run: Run, tiny: Path, site: Site) -> None:
    site.install("ppid-a", plug_a=exporter())
    site.install("ppid-b", plug_b=exporter())

    assert run("report", tiny, "--to", "mine").code == 3
    assert run("report", tiny, "--to", "mine", "--block", "ppid-b").code == 0


def test_file_held_open_is_told_with_what_to_do(
    run: Run, tiny: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install("ppid-exporter-mine", plug_mine=exporter())
    (tiny / "hasil").mkdir()
    (tiny / "hasil" / "mine.docx").write_bytes(b"lama")

    replace = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if target.name == "mine.docx":
            raise PermissionError(13, f"{self} → {target}")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_open)

    ended = run("report", tiny, "--to", "mine", "--set", "mine.suffix=docx")

    assert ended.code == 3
    assert "Tidak dapat menulis mine.docx: berkas sedang dibuka. Tutup Word, lalu jalankan lagi." in ended.err
    assert (tiny / "hasil" / "mine.docx").read_bytes() == b"lama"


def test_report_reads_json_as_it_reads_a_folder(run: Run, tiny: Path, tmp_path: Path) -> None:
    run("report", tiny, "--to", "json", "-o", tmp_path / "a")

    ended = run("report", tmp_path / "a" / "data" / "laporan.json", "--to", "json", "-o", tmp_path / "b")

    assert ended.code == 0
    one, two = (json.loads((tmp_path / name / "data" / "laporan.json").read_bytes()) for name in "ab")
    assert one["summary"] == two["summary"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["html", "docx", "pdf"])
def test_documents_carry_their_data_and_every_verb_reads_them(run: Run, tiny: Path, name: str) -> None:
    document = tiny / "hasil" / f"laporan.{name}"
    run("report", tiny, "--to", name)

    folder, read = (run("summary", path, "--format", "json") for path in (tiny, document))
    again = run("report", document, "--to", "json", "-o", tiny / "hasil" / "lagi")

    assert (read.code, read.err, read.out) == (0, "", folder.out)
    assert (again.code, run("check", document).code) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
@pytest.mark.parametrize("verb", ["check", "summary", "report"])
def test_document_without_data_ends_with_2_and_a_sentence(
    run: Run, tmp_path: Path, verb: str, suffix: str
) -> None:
    document = tmp_path / f"surat.{suffix}"
    document.write_bytes(b"<p>Surat</p>")

    ended = run(verb, document)

    told = " ".join((ended.out + ended.err).split())
    assert ended.code == 2
    assert f"surat.{suffix}: " in told
    assert ("tidak memuat data ppid-core" in told) is (suffix == "html")
    assert ("yang utuh" in told) is (suffix != "html")
    english = run(verb, document, "--lang", "en")
    said = "holds no data of ppid-core" if suffix == "html" else "is no whole"
    assert said in " ".join((english.out + english.err).split())


def test_pdf_without_its_package_is_told_as_a_format_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")

    ended = run("summary", tmp_path / "a.pdf")

    assert (ended.code, ended.err) == (3, '"pdf" memerlukan paket tambahan: pip install "ppid-core[pdf]"\n')


def test_notes_of_files_are_told_once_each_with_the_name_of_the_file(
    run: Run, tiny: Path, site: Site
) -> None:
    noted = """yield Artifact(
            name="a.txt", media_type="text/plain", content=b"", notes=("satu\\x1b", "satu\\x1b", "dua\\ntiga")
        )"""
    site.install("ppid-exporter-mine", plug_mine=exporter(noted))

    ended = run("report", tiny, "--to", "mine,json")

    assert (ended.code, ended.err) == (0, "a.txt: satu?\na.txt: dua tiga\n")


def test_notes_of_files_that_were_not_written_are_not_told(
    run: Run, tiny: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = 'yield Artifact(name="a.txt", media_type="text/plain", content=b"", notes=("catatan",))'
    site.install("ppid-exporter-mine", plug_mine=exporter(noted))
    monkeypatch.setattr("ppid_core.dossier.order.deposit", lambda *_: 1 / 0)

    ended = run("report", tiny, "--to", "mine")

    assert ended.code == 3
    assert "catatan" not in ended.err
