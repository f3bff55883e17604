"""The catalogue of a data package, as a portal reads it: by rdflib, and by the shapes of DCAT-AP 3.0.1."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ppid_core.plugins import Artifact
from ppid_core.report import Edition
from ppid_core.testing import samples
from ppid_core.testing.samples import composed
from ppid_exporters.csv import CsvExporter

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"  # rdflib's own reader of JSON-LD makes one
)
SHAPES = Path(__file__).parents[1] / "data" / "dcat-ap-3.0.1-shapes.ttl"
SPDX = Namespace("http://spdx.org/rdf/terms#")
PLACE = "https://data.contoh.go.id/ppid/2023/"


def written(exporter: CsvExporter, edition: Edition = "public") -> dict[str, Artifact]:
    report = composed(samples.small(), edition=edition)
    return {artifact.name: artifact for artifact in exporter.export(report)}


def graph_of(artifact: Artifact, *, found_at: str = PLACE) -> Graph:
    return Graph().parse(data=artifact.content, format="json-ld", publicID=found_at + artifact.name)


@pytest.fixture(scope="module")
def package() -> dict[str, Artifact]:
    return written(CsvExporter(lisensi="CC-BY-4.0"))


def only(nodes: Iterable[Node]) -> Node:
    (node,) = nodes
    return node


@pytest.mark.parametrize("lisensi", ["", "CC-BY-4.0", "https://contoh.go.id/lisensi", "bebas, sebut sumber"])
def test_catalogue_says_all_that_dcat_ap_asks_for(lisensi: str) -> None:
    graph = graph_of(written(CsvExporter(lisensi=lisensi))["katalog.jsonld"])

    conforms, _, told = validate(graph, shacl_graph=Graph().parse(SHAPES))

    assert conforms, told


def test_what_dcat_ap_asks_for_is_missed_where_it_is_not_there(package: dict[str, Artifact]) -> None:
    """The shapes see a fault: else the test above could not fail."""
    graph = graph_of(package["katalog.jsonld"])
    graph.remove((None, DCAT.accessURL, None))

    assert not validate(graph, shacl_graph=Graph().parse(SHAPES))[0]


def test_each_file_of_the_package_is_a_distribution_with_its_size_and_hash(
    package: dict[str, Artifact],
) -> None:
    graph = graph_of(package["katalog.jsonld"])

    told = {}
    for one in graph.objects(only(graph.subjects(DCTERMS.temporal)), DCAT.distribution):
        value = graph.value(graph.value(one, SPDX.checksum), SPDX.checksumValue)
        told[str(graph.value(one, DCAT.downloadURL))] = (
            str(value).lower(),
            int(str(graph.value(one, DCAT.byteSize))),
        )
    assert told == {
        PLACE + name: (sha256(artifact.content).hexdigest(), len(artifact.content))
        for name, artifact in package.items()
        if name != "katalog.jsonld"
    }


def test_addresses_are_those_of_the_place_that_is_named_wherever_the_catalogue_is_read() -> None:
    there = written(CsvExporter(alamat="https://data.contoh.go.id/2023"))["katalog.jsonld"]
    graph = graph_of(there, found_at="https://elsewhere.example/")

    assert URIRef("https://data.contoh.go.id/2023/angka.csv") in set(graph.objects(None, DCAT.downloadURL))


def test_dataset_covers_the_days_of_the_report(package: dict[str, Artifact]) -> None:
    graph = graph_of(package["katalog.jsonld"])
    span = only(graph.objects(None, DCTERMS.temporal))

    assert ("2023-01-01", "2023-12-31") == tuple(
        str(graph.value(span, name)) for name in (DCAT.startDate, DCAT.endDate)
    )
    assert Literal("Laporan Layanan Informasi Publik Tahun 2023", "id") in set(
        graph.objects(None, DCTERMS.title)
    )


def test_an_internal_edition_is_in_no_catalogue() -> None:
    assert "katalog.jsonld" not in written(CsvExporter(), edition="internal")
