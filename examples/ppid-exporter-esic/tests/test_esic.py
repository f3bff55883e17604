"""What the kit promises of every format, and what only these files can say."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

import pytest
from ppid_exporter_esic import EsicExporter

from ppid_core import Dossier, Report
from ppid_core.testing import ExporterContract
from ppid_core.testing.samples import composed, small

Row = Mapping[str, object]
KEYS = {"tahun": 2024, "badan.nama": "Kabupaten Contoh", "badan.tingkat": "kabupaten"}
GRANTED: Row = {
    "nomor": "1/2024",
    "tanggal": "2024-02-05",
    "kanal": "website",
    "opd": "Dinas Contoh",
    "keputusan": "dikabulkan",
    "tanggal_pemberitahuan": "2024-02-12",
}


class TestEsic(ExporterContract):
    """The contract of the kit, in the encoding that it reads: prose and tables have no place here."""

    @pytest.fixture
    def exporter(self) -> EsicExporter:
        """The exporter under test."""
        return EsicExporter(kode="utf-8")


def report(**tables: list[Row]) -> Report:
    keys = [{"kunci": key, "isi": value} for key, value in KEYS.items()]
    return Dossier.from_rows({"laporan": keys, **tables}, as_of=date(2025, 1, 20)).report()


def read(told: Report, name: str) -> list[dict[str, str]]:
    """Return the rows of the file that bears a word in its name, as who loads the open data does."""
    (file,) = (one for one in EsicExporter().export(told) if name in one.name)
    is_published = file.content.startswith(b"\xff\xfe")
    text = file.content.decode("utf-16" if is_published else "utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if is_published else ","))


def test_request_is_a_row_in_the_words_of_the_form() -> None:
    (row,) = read(report(permohonan=[GRANTED]), "Pedidos")

    assert {name: text for name, text in row.items() if text} == {
        "IdPedido": "1",
        "ProtocoloPedido": "1/2024",
        "Esfera": "Municipal",
        "OrgaoDestinatario": "Dinas Contoh",
        "Situacao": "Concluída",
        "DataRegistro": "05/02/2024",
        "PrazoAtendimento": "22/02/2024",  # 8, 9 and 14 February: Isra Mikraj, joint leave, election
        "OrigemSolicitacao": "Internet",
        "DataResposta": "12/02/2024",
        "Decisao": "Acesso Concedido",
    }


@pytest.mark.parametrize(
    ("cells", "situation", "decision"),
    [
        ({"keputusan": "dikabulkan sebagian"}, "Concluída", "Acesso Parcialmente Concedido"),
        ({"keputusan": "ditolak", "alasan_penolakan": "dikecualikan"}, "Concluída", "Acesso Negado"),
        (
            {"keputusan": "ditolak", "alasan_penolakan": "tidak dikuasai"},
            "Concluída",
            "Informação Inexistente",
        ),
        ({"keputusan": "tidak dikuasai"}, "Concluída", "Informação Inexistente"),
        ({"keputusan": "dipenuhi"}, "Concluída", ""),
        ({"keputusan": "dicabut"}, "Concluída", ""),
        ({"keputusan": "diproses", "tanggal_pemberitahuan": ""}, "Em Tramitação", ""),
        ({"tanggal_pemberitahuan": "2025-02-03"}, "Em Tramitação", ""),
        ({"keputusan": "", "tanggal_pemberitahuan": ""}, "", ""),
    ],
)
def test_outcome_that_the_form_has_no_word_for_is_blank(cells: Row, situation: str, decision: str) -> None:
    (row,) = read(report(permohonan=[{**GRANTED, **cells}]), "Pedidos")

    assert (row["Situacao"], row["Decisao"]) == (situation, decision)


def test_nothing_unknown_is_written_as_zero_or_no() -> None:
    """A month is no day, and a register without any extension does not say that there was none."""
    (row,) = read(report(permohonan=[{"bulan": 3, "keputusan": "dikabulkan"}]), "Pedidos")
    first, second = read(
        report(permohonan=[GRANTED, {**GRANTED, "nomor": "2/2024", "tanggal_perpanjangan": "2024-02-20"}]),
        "Pedidos",
    )

    unknown = ("DataRegistro", "PrazoAtendimento", "FoiProrrogado", "IdSolicitante", "DataResposta")
    assert [row[name] for name in unknown] == [""] * 5
    assert (first["FoiProrrogado"], second["FoiProrrogado"]) == ("Não", "Sim")
    assert (first["PrazoAtendimento"], second["PrazoAtendimento"]) == ("22/02/2024", "04/03/2024")


def test_appeal_names_its_request_and_its_answer() -> None:
    objections: list[Row] = [
        {
            "nomor_permohonan": "1/2024",
            "tanggal": "2024-03-04",
            "jawaban": "ditolak",
            "tanggal_jawaban": "2024-03-20",
        },
        {"nomor_permohonan": "9/2019", "tanggal": "2024-12-30", "jawaban": "diproses"},
    ]

    first, second = read(report(permohonan=[GRANTED], keberatan=objections), "Recursos")

    assert (first["IdPedido"], first["TipoResposta"], first["Situacao"]) == ("1", "Indeferido", "Respondido")
    assert (second["IdPedido"], second["TipoResposta"], second["Situacao"]) == ("", "", "Em Tramitação")
    assert first["Instancia"] == "Primeira Instância"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"jumlah": 3}, "satu baris bukan untuk tepat satu perkara"),
        ({"jumlah_pemohon": 1}, "menghitung pemohon, bukan permohonan"),
        ({"bawaan": 2023, "tanggal": "2023-12-20"}, "bawaan: terdaftar dalam berkas tahun sebelumnya"),
        ({"tanggal": "2022-02-05"}, "di luar tahun laporan"),
    ],
)
def test_line_that_is_not_one_request_of_the_year_has_no_row_and_is_told(cells: Row, why: str) -> None:
    told = report(permohonan=[{**GRANTED, **cells}])

    assert read(told, "Pedidos") == []
    assert why in {
        line["Sebab"] for line in read(told, "tidak-muat") if line["Jenis"] == "baris tidak ditulis"
    }


def test_columns_and_tables_without_a_place_are_told() -> None:
    told = report(permohonan=[{**GRANTED, "tujuan": "penelitian"}], kunjungan=[{"bulan": 1, "kunjungan": 7}])

    rest = {line["Apa"]: line for line in read(told, "tidak-muat")}

    assert rest["permohonan.tujuan"]["Jumlah"] == "1 sel"
    assert rest["kunjungan"]["Jumlah"] == "1 baris"
    assert rest["Pedidos.UF"]["Jumlah"] == "1 dari 1"
    assert "permohonan.nomor" not in rest


def test_register_that_was_not_kept_has_no_file() -> None:
    """A file without rows would say that nobody appealed."""
    names = [file.name for file in EsicExporter().export(report(permohonan=[GRANTED]))]

    assert names == ["20250120_Pedidos_csv_2024.csv", "esic-tidak-muat.csv"]


@pytest.mark.parametrize("words", ["=1+1", "+62 812", "@SUM(A1)", "-a"])
def test_typed_text_never_becomes_a_formula(words: str) -> None:
    (row,) = read(report(permohonan=[{**GRANTED, "opd": words}]), "Pedidos")

    assert row["OrgaoDestinatario"] == f"'{words}"


def test_encodings_differ_in_bytes_alone() -> None:
    published, plain = (
        next(iter(EsicExporter(kode=code).export(report(permohonan=[GRANTED]))))
        for code in ("utf-16", "utf-8")
    )

    assert published.content.decode("utf-16") == plain.content.decode("utf-8-sig")


def test_internal_edition_makes_no_open_data_and_says_why() -> None:
    internal = composed(small(), edition="internal")

    assert list(EsicExporter().export(internal)) == []
    assert "edisi publik" in EsicExporter().why_none(internal)
