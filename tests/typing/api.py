"""Every public name, as a stranger would use it: a script that runs, and that strict type checkers take.

It imports nothing of the library but public names. `tests/typing/test_types.py` has it checked, and run.
"""

# pyright: strict

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from decimal import Decimal
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, assert_type

import pytest
from attrs import evolve, frozen

from ppid_core import (
    Absent,
    Artifact,
    Checked,
    DeadlineKind,
    Dossier,
    Evidence,
    Exporter,
    Finding,
    InputError,
    Intake,
    Lawbook,
    Measure,
    PluginProblem,
    Plugins,
    PpidError,
    Problem,
    Report,
    Rule,
    ServiceYear,
    Severity,
    Source,
    Summary,
    WorkdayCalendar,
    check,
    compose,
    compose_findings,
    deadline,
    deadlines,
    errors,
    export,
    from_rows,
    hookimpl,
    intake,
    language,
    law,
    load,
    load_plugins,
    merge,
    model,
    plugins,
    redact,
    report,
    rules,
    schema,
    structure,
    summarize,
    summarize_files,
    summarize_rows,
    summary,
    testing,
    unstructure,
    write,
)
from ppid_core import rollup as rollups
from ppid_core.dossier import cache, engine, processes
from ppid_core.testing import samples

RECEIVED, JUDGED = date(2023, 4, 10), date(2023, 12, 31)
ROWS: Mapping[str, list[dict[str, object]]] = {
    "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": "Pemerintah Kota Contoh"}],
    "permohonan": [
        {"tanggal": RECEIVED, "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2 Mei 2023"},
        {"tanggal": "11/04/2023", "keputusan": "dikabulkn"},
    ],
}
BOOK = Lawbook.load()


# ppid_core: from rows to files


@frozen(kw_only=True)
class CountExporter:
    """A format of a stranger: structural, nothing is inherited."""

    name: str = "jumlah"
    label: str = "Jumlah (.txt)"
    ending: str = "txt"

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield one file."""
        total = None if report.summary is None else report.summary.figure("requests.total")
        yield Artifact(name=f"jumlah.{self.ending}", media_type="text/plain", content=f"{total}\n".encode())


@hookimpl
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the formats of this plugin."""
    return [CountExporter()]


@hookimpl(optionalhook=True)
def ppid_asked_by_a_later_version() -> Iterable[Exporter]:
    """Return what only a later version asks for."""
    return []


def from_rows_to_files() -> Report:
    """Take every step of the pipeline."""
    work = Dossier.from_rows(ROWS, as_of=JUDGED)
    assert_type(work, Dossier)
    assert work.figure(Measure.REQUESTS_TOTAL) == 2
    assert_type(
        work.figure("requests.by_outcome"),
        int | Decimal | Absent | Mapping[str, int] | tuple[int | None, ...],
    )
    assert_type(work.report(lang="en"), Report)
    read = from_rows(ROWS)
    assert_type(read, Intake)
    problem: Problem = read.problems[0]
    source: Source = problem.source
    assert (source.row, source.column) == (3, "keputusan")
    year = read.year
    assert_type(year, ServiceYear)
    workdays = WorkdayCalendar.of(year)
    counted = summarize(year, BOOK, workdays, as_of=JUDGED)
    assert_type(counted, Summary)
    assert summarize_rows({name: iter(rows) for name, rows in ROWS.items()}, as_of=JUDGED).summary == counted
    with pytest.raises(InputError):
        summarize_files(["tidak-ada.csv"], year=2023)
    assert merge(counted).figure(Measure.REQUESTS_TOTAL) == 2
    evidence = Evidence(year=year, summary=counted, law=BOOK, workdays=workdays, as_of=JUDGED)
    checked = check(evidence, ignore=["L1"])
    assert_type(checked, Checked)
    assert all(finding.severity is not Severity.ERROR for finding in checked.findings)
    document = compose(year, counted, checked, BOOK, lang="en")
    assert_type(document, Report)
    findings: Report = compose_findings(read, checked, as_of=JUDGED, lang="en")
    assert findings.meta.title == "Check of the Data on the Information Service in the year 2023"
    installed = load_plugins(block=["tidak-ada"], entry_points=[])
    assert_type(installed, Plugins)
    assert_type(installed.problems, tuple[PluginProblem, ...])
    (file,) = export(document, CountExporter(), installed, {"ending": "text"})
    with tempfile.TemporaryDirectory() as folder:
        (path,) = write([file], folder)
        assert_type(path, Path)
        assert path.name == "jumlah.text"
        assert path.read_text("utf-8") == "2\n"
    return document


# ppid_core.intake, ppid_core.summary, ppid_core.schema


def what_was_read() -> None:
    """Ask how rows and files were read."""
    read = intake.from_rows(ROWS)
    assert_type(read, intake.Intake)
    assert_type(read.notes, tuple[intake.Note, ...])
    assert_type(read.rejected, tuple[intake.RejectedRow, ...])
    with pytest.raises(InputError):
        intake.load("tidak-ada")
    left: list[intake.UnreadRow] = []
    summarize_rows({name: iter(rows) for name, rows in ROWS.items()}, aside=left.append)
    assert [row.unread for row in left] == [("keputusan",)]


def what_was_counted() -> None:
    """Ask for every figure as a row, for whose they are, and for the open cases."""
    work = Dossier.from_rows(ROWS, as_of=JUDGED)
    counted = summary.summarize(work.year, BOOK, work.workdays, JUDGED)
    assert_type(counted.scope, summary.Scope | None)
    assert_type(summary.merge(counted), summary.Summary)
    (total,) = (
        row for row in summary.tidy_figures(counted) if (row.measure, row.dimension) == ("requests.total", "")
    )
    assert_type(total, summary.TidyFigure)
    assert_type(total.value, int | Decimal | None)
    assert summary.FIGURE_COLUMNS[0] == "body"
    outcomes: summary.Figure = counted.figure("requests.by_outcome")
    assert isinstance(outcomes, Mapping)
    assert {summary.UNREAD, summary.NOT_RECORDED} & outcomes.keys() == {summary.UNREAD}
    before: summary.EarlierYear = work.counted
    assert before.summary == work.summary
    past = summary.History(own=before, law=BOOK)
    series: summary.Series = past.series("requests.total")
    origin: summary.Origin = series.points[-1].origin
    kinds: list[summary.BreakKind] = [one.kind for one in series.breaks]
    assert origin is summary.Origin.REPORT
    assert kinds == []
    assert isinstance(series.growth, model.Absent)
    open_cases = summary.docket(work.year, BOOK, work.workdays, JUDGED)
    assert_type(open_cases, summary.Docket)
    assert_type(open_cases.cases, tuple[summary.Pending, ...])
    matrix = a_matrix(model.AgencyRef(typed="BPBD"))
    covered: tuple[summary.Coverage, ...] = summary.coverage_by_period(matrix)
    changed: tuple[summary.ChangedCell, ...] = tuple(summary.changed_cells(matrix))
    assert (len(covered), changed) == (2, ())
    breakdown = model.breakdowns_of(model.Register.REQUESTS)[model.Dimension.AGENCY]
    assert_type(summary.counterpart_of(work.history, breakdown), summary.Counterpart | Absent)
    kept = ServiceYear(period=model.ReportingPeriod(2024), objections=(an_objection(),))
    lines: tuple[summary.ChecklistLine, ...] = summary.checklist(kept, Lawbook.load())
    proven = [line for line in lines if line.state is summary.StandardState.PROVEN]
    shown: tuple[summary.Proof, ...] = proven[0].proofs
    assert (proven[0].key, shown[0].table) == ("standard:objections", "keberatan")
    assert_type(summary.chronicle_of(work.history), summary.Chronicle | None)
    facts: tuple[summary.CategoryFacts, ...] = summary.category_facts(kept, Lawbook.load())
    own = summary.self_assessment(ServiceYear(period=kept.period, questions=(a_question(),)))
    assert isinstance(own, summary.SelfAssessment)
    assert (facts, own.points) == ((), Decimal(5))


def what_json_is_like() -> None:
    """Ask for the schema of what other programs take."""
    assert schema.schema("summary")["properties"]["schema"] == {"const": schema.SCHEMAS["summary"]}


def unusable_input() -> None:
    """Tell why a folder names no year."""
    with pytest.raises(InputError) as caught:
        load("tidak-ada")
    error: PpidError = caught.value
    assert_type(caught.value.problems, tuple[Problem, ...])
    assert str(error)


def round_trip(year: ServiceYear) -> None:
    """Go to JSON and back; in the public edition nobody is named."""
    assert structure(unstructure(year)) == year
    requests = redact(year).requests
    assert isinstance(requests, Absent) or all(request.applicant is None for request in requests)


def due() -> None:
    """Count a deadline."""
    notice = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), BOOK, WorkdayCalendar.load())
    assert_type(notice, deadlines.Deadline)
    assert_type(notice.due_on, date)
    assert notice.due_on == date(2021, 1, 7)


# ppid_core.language


def two_languages() -> None:
    """Say one thing twice."""
    lang: language.Lang = "en"
    assert language.Bilingual("permohonan", "request")(lang) == "request"


# ppid_core.model


def a_joint_count() -> model.Aggregate:
    refused = model.JointPart(dimension=model.Dimension.OUTCOME, category=str(model.Outcome.REFUSED))
    return model.Aggregate(
        register=model.Register.REQUESTS,
        dimension=model.Dimension.AGENCY,
        category="Dinkes",
        second=refused,
        count=2,
    )


def a_body() -> model.ServiceYear:
    """Fill in every part of a year by hand."""
    agency = model.Agency(code="1", name="Dinas Contoh", aliases=("Discon",))
    assert_type(model.name_index([agency]), Mapping[str, str])
    assert model.name_index([agency])[model.normal("DISCON")] == "1"
    mention = model.AgencyRef(typed="Discon", code="1")
    return model.ServiceYear(
        period=model.ReportingPeriod(2023, model.YearPart.SEMESTER_1),
        body=model.PublicBody(
            name="Pemerintah Kota Contoh",
            kind=model.BodyKind.REGIONAL_GOVERNMENT,
            level=model.BodyLevel.CITY,
        ),
        signatory=model.Signatory(office="Kepala Dinas", on=date(2023, 7, 3)),
        submission=model.Submission(on=date(2023, 7, 4), to="Komisi Informasi"),
        presentation=model.Presentation(
            outline=model.Outline.SEVEN_PARTS, personal_data=model.PersonalData.SHOWN
        ),
        agencies=(agency,),
        matrix=a_matrix(mention),
        public_information=(model.PublicInformation(summary="Profil", holder=mention),),
        exempt_information=(model.ExemptInformation(number="DIK-1", information="Rekam medis", letter="h"),),
        standards=(model.ServiceStandard(kind=model.Coded(model.StandardKind.CHARTER), number="1/2024"),),
        questions=(a_question(),),
        requests=(a_request(mention),),
        objections=(an_objection(),),
        disputes=(a_dispute(),),
        suits=(model.CourtCase(dispute_number="1/PS", filed_on=date(2023, 6, 30)),),
        aggregates=(model.Aggregate(register=model.Register.COMPLAINTS, count=3), a_joint_count()),
        budget=model.Budget(lines=(model.BudgetLine(funding="APBD", allocated=Decimal(50_904_000)),)),
        service=a_service(),
        narrative=a_narrative(),
        activity=model.Activity(
            activities=(model.Entry(text="Bimbingan teknis"),),
            ranking=(model.AgencyScore(agency=mention, value=Decimal("8.5")),),
        ),
        stated_figures=(
            model.StatedFigure(
                measure=model.Measure.REQUESTS_TOTAL, value=Decimal(1), unit=model.FigureUnit.CASES
            ),
        ),
        stated_totals=(model.StatedTotal(table="permohonan", column="jumlah", value=Decimal(1)),),
        waivers=(model.Waiver(code="L102", reason="Dijelaskan di naskah", by="PPID"),),
        closures=(model.Closure(on=date(2023, 2, 20), reason="Hari jadi kota"),),
    )


def a_matrix(agency: model.AgencyRef) -> model.ComplianceMatrix:
    """Return one cell, with a sign that means yes to some and no to others."""
    kind = model.InformationType(code="a", name="Profil", category=model.InformationCategory.PERIODIC)
    unclear = model.UnclearSign(code="a", sign="x")
    row = model.MatrixRow(agency=agency, states=(model.CellState.NOT_REPORTED,), unclear=(unclear,))
    earlier = model.MatrixPeriod(part=model.YearPart.SEMESTER_1, rows=(row,))
    return model.ComplianceMatrix(
        types=(kind,), rows=(row,), part=model.YearPart.SEMESTER_2, series=(earlier,)
    )


def a_question() -> model.AssessmentQuestion:
    category = model.Coded(model.MonevCategory.QUALITY, "kualitas informasi")
    answer = model.Coded(model.SelfAnswer.YES, "ya")
    return model.AssessmentQuestion(category=category, weight=Decimal(5), answer=answer)


def a_request(agency: model.AgencyRef) -> model.Request:
    """Return a refusal with its reason."""
    way = model.Coded(model.Delivery.COURIER, "kurir")
    assert_type(way, model.Coded[model.Delivery])
    reason = model.Coded(model.RefusalReason.EXEMPT, "rahasia")
    assert_type(reason, model.Coded[model.RefusalReason])
    return model.Request(
        number="1",
        period=model.Period.of(date(2023, 2, 13)),
        unit=model.CountUnit.REQUEST,
        applicant=model.Applicant(name="-"),
        applicant_class=model.ApplicantClass.GROUP,
        channel=model.Coded(model.Channel.EMAIL),
        agency=agency,
        outcome=model.Outcome.REFUSED,
        desk=model.Desk.MAIN,
        stage=model.Coded(model.WorkStage.FORWARDED, "disposisi"),
        reason=reason,
        access=model.AccessKind.COPY,
    )


def an_objection() -> model.Objection:
    """Return an objection that was answered."""
    ground = model.Coded(model.ObjectionGround.OTHER)
    answer = model.Coded(model.ObjectionAnswer.OTHER, "diberi penjelasan")
    return model.Objection(number="1/KB", request_number="1", ground=ground, answer=answer)


def a_dispute() -> model.Dispute:
    """Return a dispute that was decided."""
    stage = model.Stage(kind=model.StageKind.ADJUDICATION, decided_on=date(2023, 6, 1))
    result = model.Coded(model.DisputeResult.GRANTED)
    assert result.slug in model.ADJUDICATED & model.EXECUTABLE
    return model.Dispute(number="1/PS", objection_number="1/KB", stages=(stage,), result=result)


def a_service() -> model.Service:
    """Return what the service has."""
    return model.Service(
        facilities=(model.Facility(name="Meja layanan", count=1, condition="baik"),),
        hours=(model.ServiceHours(days=(0, 1, 2, 3), opens=time(8), closes=time(16)),),
        staff=(model.Staff(unit="PPID Utama", count=2, qualification="S1"),),
        pictures=(model.Picture(number="1", caption="Meja layanan"),),
        offered_channels=(model.OfferedChannel(channel=model.Coded(model.Channel.WEBSITE, "laman")),),
        visits=(model.Visits(period=model.Period(2023, 1), count=120),),
    )


def a_narrative() -> model.Narrative:
    """Return what is told and not counted."""
    mention = model.InstrumentMention(kind=model.MentionKind.INSTRUMENT, text="Perwal 24/2011")
    return model.Narrative(
        passages=(model.Passage(part="penutup", text="Demikian."),),
        constraints=(model.Constraint(text="Sistem lambat", kind=model.ConstraintKind.INTERNAL),),
        recommendations=(model.Recommendation(text="Menambah petugas", follow_up="Dianggarkan"),),
        regulations=(model.Regulation(number="Perwal 24/2011", year=2011),),
        mentions=(mention,),
    )


def what_the_model_says() -> None:
    """Read a year: what is absent says why, what is open and what is grouped is data."""
    year = model.redact(a_body())
    suits: tuple[model.CourtCase, ...] | model.Absent = year.suits
    assert not isinstance(suits, model.Absent)
    assert year.information_types == model.NOT_KEPT
    assert model.Absent(model.Reason.NO_DATES).reason is model.Reason.NO_DATES
    assert model.Outcome.PENDING in model.OPEN_OUTCOMES
    assert model.CHANNEL_GROUPS[model.Channel.ONLINE] == model.ONLINE_CHANNELS
    assert model.Channel.POST in model.OFFLINE_CHANNELS
    assert model.Dimension("month") is model.Dimension.MONTH
    assert model.Dimension.GROUND in model.OVERLAPPING
    listed: tuple[model.Breakdown, ...] = model.BREAKDOWNS
    assert model.breakdowns_of(model.Register.SUITS)[model.Dimension.DECISION] in listed
    assert model.UNREADABLE == model.Absent(model.Reason.UNREADABLE)
    assert model.is_unread(model.Request(unread=("outcome",)), "outcome", "notice_on")
    assert model.UnreadCell(table="anggaran", column="alokasi").source is None
    assert model.Bound("about") is model.Bound.ABOUT
    sign: str = model.UNREAD_SIGN
    assert sign == "?"
    assert model.PublicBody(province="Bali").time_zone is model.Zone.WITA


# ppid_core.law


def what_the_law_says() -> None:
    """Ask the book, on a day; the citation travels with the value."""
    book = law.Lawbook.load()
    response = book.request_response
    assert_type(response, law.Parameter[int])
    provision = response.at(RECEIVED)
    assert_type(provision, law.Provision[int])
    assert provision.unit is law.Unit.WORKING_DAY
    citation: law.Citation = provision.citation
    confidence: law.Confidence = provision.confidence
    assert law.cite([citation], confidence) == provision.cite()
    assert law.marked(law.worded(provision, "en"), confidence, "en") == "10 working days (confirmed)"
    assert law.TITLES[response.name] == response.title
    assert law.parameter_json(response, provision).get("value") == law.provision_json(provision).get("value")
    classes: tuple[law.ResponseClass, ...] = book.response_classes(RECEIVED)
    assert classes[0].holds(provision.value)


def what_the_law_lists() -> None:
    """Read the values that are lists."""
    book = law.Lawbook.load()
    letters: tuple[law.ExemptionLetter, ...] = book.exemption_letters.at(RECEIVED).value
    grounds: tuple[law.LetteredGround, ...] = book.objection_grounds.at(RECEIVED).value
    reasons: tuple[law.RefusalGround, ...] = book.refusal_grounds.at(RECEIVED).value
    contents: tuple[law.RequiredContent, ...] = book.required_contents.at(JUDGED).value
    columns: tuple[law.RegisterColumn, ...] = book.register_columns.at(JUDGED).value
    durations: tuple[law.ExemptionDuration, ...] = book.exemption_durations.at(RECEIVED).value
    standards: tuple[law.OwnStandard, ...] = book.own_standards.at(RECEIVED).value
    assert durations[0].rule is law.DurationRule.AT_MOST
    assert {standard.kind for standard in standards} >= {"village"}
    bands: tuple[law.MonevBand, ...] = book.monev_bands.at(JUDGED).value
    required: tuple[law.RequiredStandard, ...] = book.charter_contents.at(JUDGED).value
    assert {item.slug for item in required} == set(model.CharterContent)
    assessed: tuple[law.AssessedCategory, ...] = book.monev_categories.at(JUDGED).value
    assert {category.slug for category in assessed} <= set(model.MonevCategory)
    assert all((letters, grounds, reasons, bands))
    assert any(content.condition is law.ContentCondition.ALWAYS for content in contents)
    assert any(column.register is law.RegisterKind.REQUESTS for column in columns)
    listed: tuple[law.Listed, ...] = law.listed(book.objection_grounds.at(RECEIVED), "en")
    assert [entry.mark for entry in listed] == [ground.letter for ground in grounds]


def a_law_of_ones_own() -> None:
    """Bring a regional parameter, as a rule pack does."""
    text = """
    [[letters_due]]
    since = 2020-01-01
    value = { month = 1, day = 31 }
    citation = { instrument = "Perda Contoh 1/2019", article = "Pasal 5" }
    confidence = "unconfirmed"
    checked_on = 2026-01-01

    [[letters_due]]
    since = 2024-01-01
    repealed = true
    citation = { instrument = "Perda Contoh 2/2023" }
    confidence = "unconfirmed"
    checked_on = 2026-01-01
    """
    own = law.Parameter.from_toml(text, "letters_due", law.MonthDay)
    assert_type(own, law.Parameter[law.MonthDay])
    assert own.at(RECEIVED).value == law.MonthDay(month=1, day=31)
    assert isinstance(own.provisions[-1], law.Repeal)


def the_calendar_and_the_instruments() -> None:
    """See which decree changed what, and what is in force."""
    years: tuple[law.CalendarYear, ...] = law.load_calendar()
    year = next(each for each in years if each.year == RECEIVED.year)
    decrees: tuple[law.Decree, ...] = year.known()
    assert any(decree.kind is law.HolidayKind.CUTI_BERSAMA for decree in decrees)
    reading: law.Reading = decrees[0].reading(decrees[0].add[0])
    assert reading.compared in law.Comparison
    changes: tuple[law.Amendment, ...] = tuple(law.amendments(year, law.Track.UMUM))
    assert all(change.date >= decrees[0].date for change in changes)
    instrument: law.Instrument = BOOK.instruments[0]
    assert instrument.precision in law.Precision
    assert law.instrument_json(instrument, BOOK)["name"] == instrument.name


# ppid_core.deadlines


def when_it_is_due() -> None:
    """Count with a trace, without, and judge where an act and a case stand."""
    workdays = WorkdayCalendar.load()
    kind = deadlines.DeadlineKind.OBJECTION_ANSWER
    answer = deadlines.deadline(kind, RECEIVED, BOOK, workdays)
    leg: deadlines.Leg = answer.legs[0]
    step: deadlines.Step = answer.skipped[0]
    rest: deadlines.Rest | None = step.reason
    assert rest in set(deadlines.Rest)
    assert leg.end == answer.due_on == deadlines.due_on(kind, RECEIVED, BOOK, workdays)
    assert not step.counted
    assert_type(unstructure(answer), dict[str, Any])
    assert deadlines.report_due_for(2023, BOOK) == deadlines.report_due_on(JUDGED, BOOK) == date(2024, 3, 31)
    assert deadlines.request_start(RECEIVED, None, BOOK) == (RECEIVED, "received")
    filed = deadlines.standing(kind, RECEIVED, RECEIVED, BOOK, workdays)
    assert filed is deadlines.Standing.IN_TIME
    case = deadlines.state_of(RECEIVED, answer.due_on, None, RECEIVED, workdays)
    assert_type(case, deadlines.CaseState)
    assert case.state is deadlines.State.OPEN_IN_TIME


# ppid_core.rules


def no_letterhead(evidence: rules.Evidence) -> Iterator[rules.Finding]:
    """Yield the report where its submission has no number."""
    submissions = rules.present(
        [one for one in (evidence.year.submission,) if one is not None],
        language.Bilingual("belum", "not yet"),
    )
    suits = rules.known(evidence.year.suits)
    for submission in submissions:
        if not submission.number and suits:
            yield Finding(subject="submission", sources=(submission.source,))


NO_LETTERHEAD = Rule(
    code="BTN101",
    severity=rules.Severity.INFO,
    title=language.Bilingual("Surat tanpa nomor", "A letter without a number"),
    message=language.Bilingual("Surat pengantar tanpa nomor.", "The covering letter has no number."),
    mend=language.Bilingual("Isi nomornya.", "Fill in its number."),
    explanation=language.Bilingual("Surat dicatat menurut nomornya.", "Letters are filed by number."),
    where=language.Bilingual("tabel laporan, kunci penyampaian.nomor", "table laporan"),
    example=language.Bilingual("555/12/PPID/2023", "555/12/PPID/2023"),
    check=no_letterhead,
)


def what_must_agree() -> None:
    """Ask a rule of one's own beside the built-in ones."""
    year, workdays = a_body(), WorkdayCalendar.of(a_body())
    evidence = rules.Evidence(
        year=year, summary=summarize(year, BOOK, workdays, JUDGED), law=BOOK, workdays=workdays, as_of=JUDGED
    )
    ours: tuple[rules.Rule, ...] = rules.CATALOGUE
    checked = rules.check(
        evidence,
        (*ours, NO_LETTERHEAD),
        select=["BTN"],
        ruleset={**rules.CORE_RULESET, "ppid-rules-banten": "1.0"},
    )
    (finding,) = checked.findings
    assert checked.message(finding, "en") == "The covering letter has no number."
    run: rules.Run = next(run for run in checked.runs if run.code == "BTN101")
    assert run.status is rules.Status.FOUND
    assert_type(unstructure(rules.Checked()), dict[str, Any])
    with pytest.raises(rules.NotApplicable) as ending:
        rules.known(model.NOT_KEPT)
    assert_type(ending.value.reason, language.Bilingual)


# ppid_core.report


def a_document() -> report.Report:
    """Build a document block by block, as the tests of an exporter do."""
    form: report.Form = "full"
    edition: report.Edition = "public"
    value: report.Value = report.Counted(13)
    assert_type(report.number(value), Decimal | None)
    sentence: tuple[report.Inline, ...] = ("Ada ", report.Num(Measure.REQUESTS_TOTAL, value), " permohonan.")
    assert report.sentence(sentence, "en") == "Ada 13 permohonan." or report.sentence(sentence)
    table = report.Table(
        key="kinds",
        columns=(
            report.Column(key="what", title="Apa"),
            report.Column(key="much", title="Jumlah", summed=True),
        ),
        rows=(
            ("Rupiah", report.Rupiah(Decimal(1000))),
            ("Bagian", report.Ratio(1, 3)),
            ("Lama", report.Days(10)),
            (report.Typed("tunai"), report.Phrase("nomor ", report.Typed("DIK"))),
        ),
    )
    blocks: tuple[report.Block, ...] = (
        report.Paragraph(content=sentence),
        report.Items(items=(("satu",), ("dua",))),
        table,
        report.Chart(
            key="c", kind="bars", table="kinds", category="what", series=("much",), title="Apa", alt=""
        ),
        report.Picture(caption="Meja layanan"),
        report.Notice(text="Belum ada.", basis="Perki 1/2021"),
        report.Signature(place="Kota Contoh", on=JUDGED),
        report.Contents(),
    )
    return report.Report(
        meta=report.Meta(title="Laporan", form=form, edition=edition, theme=report.Theme(paper="F4")),
        cover=report.Cover(lines=("Laporan",)),
        sections=(report.Section(key="one", label="1", title="Satu", blocks=blocks),),
    )


def what_a_document_says() -> None:
    """Walk through a document, and turn its values into characters."""
    document = a_document()
    for _, section in document.walk():
        for block in section.blocks:
            match block:
                case report.Table(rows=rows):
                    assert_type(rows, tuple[tuple[report.Value, ...], ...])
                case report.Notice(basis=basis):
                    assert_type(basis, str)
                case _:
                    assert_type(block.plain("id"), str)
    assert report.text(report.Rupiah(Decimal(1000))).startswith("Rp")
    assert report.running(report.Counted(13)) == "13 (tiga belas)"
    assert_type(unstructure(document), dict[str, Any])
    assert report.compose is compose
    assert report.compose_findings is compose_findings


# ppid_core.plugins


@frozen(kw_only=True)
class RowImporter:
    """A reader of a stranger."""

    name: str = "baris"
    label: str = "Baris (.baris)"
    suffixes: tuple[str, ...] = (".baris",)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds; here always the same."""
        assert path.suffix in self.suffixes
        return from_rows(ROWS)


@plugins.hookimpl
def ppid_register_importers() -> Iterable[plugins.Importer]:
    """Return the readers of this plugin."""
    return [RowImporter()]


def how_plugins_are_used(document: Report) -> None:
    """Load, see what failed, ask for formats, set options, read by an importer."""
    exporter: plugins.Exporter = CountExporter()
    assert plugins.options_of(exporter) == ("ending",)
    assert plugins.with_options(exporter, {"ending": "csv"}) == CountExporter(ending="csv")
    missing = EntryPoint(name="hilang", value="ppid_tidak_ada", group="ppid")
    installed: plugins.Plugins = plugins.load_plugins(entry_points=[missing])
    problem: plugins.PluginProblem = installed.problems[0]
    assert problem.owner.entry_point == "hilang"
    assert_type(installed.owners, tuple[plugins.Owner, ...])
    files: tuple[plugins.Artifact, ...] = plugins.export(document, exporter, installed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        plugins.write(files, home)
        (home / "data.baris").touch()
        taken = load(home / "data.baris", importers=[RowImporter()])
        assert taken.year.period == model.ReportingPeriod(2023)


def what_plugins_raise(document: Report) -> None:
    """Catch what is raised around plugins, narrowly or as builtins."""
    with pytest.raises(plugins.AnswerError):
        plugins.write([Artifact(name="../keluar", media_type="text/plain", content=b"")], "hasil")
    with pytest.raises(LookupError):
        export(document, CountExporter(), Plugins(), {"lain": "1"})
    with pytest.raises(plugins.OptionError):
        export(document, "csv", load_plugins(), {"bom": "barangkali"})
    assert issubclass(plugins.FileBusyError, PermissionError)
    assert issubclass(plugins.FolderError, OSError)
    assert issubclass(plugins.PluginWarning, UserWarning)
    assert issubclass(errors.FormatWarning, UserWarning)


# ppid_core.errors


def what_is_raised() -> None:
    """Catch each error by its own name, and read the facts it carries."""
    with pytest.raises(errors.NotInForceError):
        BOOK.request_response.at(date(2000, 1, 1))
    with pytest.raises(errors.CalendarRangeError):
        WorkdayCalendar.load().is_working_day(date(1999, 1, 4))
    with pytest.raises(errors.LawFileError) as wrong:
        law.Parameter.from_toml("", "tidak_ada", int)
    assert_type(wrong.value.faults, tuple[str, ...])
    with pytest.raises(errors.UnknownNameError) as unknown:
        BOOK.parameter("tidak_ada")
    assert_type(unknown.value.known, tuple[str, ...])
    assert_type(errors.ExtraMissingError("pdf", "pdf").extra, str)
    with pytest.raises(errors.RowError) as untabled:
        Dossier.from_rows({"permohonan": "bukan baris"})  # type: ignore[dict-item]
    assert_type(untabled.value.kind, str)
    assert_type(errors.CountedTwiceError(["1"]).ids, tuple[str, ...])
    assert_type(errors.NotKeptError("suits", "not_kept").reason, str)
    assert_type(errors.SeveralScopesError(["Kota Contoh 2023"]).scopes, tuple[str, ...])
    assert_type(errors.JsonKindError("Lawbook", ["Report"]).known, tuple[str, ...])
    assert_type(errors.MismatchError([]).differences, tuple[language.Bilingual, ...])
    assert_type(errors.AnswerError("salah").told, language.Bilingual)
    assert_type(errors.ArgumentError("as_of", "2021", language.Bilingual.both("date")).name, str)
    assert_type(errors.InputError([]).problems, tuple[errors.Problem, ...])
    assert issubclass(errors.PluginConflictError, errors.PpidError)
    assert issubclass(errors.PluginLoadError, errors.PpidError)
    assert {errors.OptionError, errors.FileBusyError} == {plugins.OptionError, plugins.FileBusyError}
    assert errors.FolderError is plugins.FolderError
    assert errors.PluginWarning is plugins.PluginWarning


# ppid_core.testing


class TestCountExporter(testing.ExporterContract):
    """How a stranger proves an exporter."""

    @pytest.fixture
    def exporter(self) -> Exporter:
        """The exporter under test."""
        return CountExporter()


class TestNoLetterhead(testing.RuleContract):
    """How a stranger proves a rule."""

    @pytest.fixture
    def rule(self) -> Rule:
        """The rule under test."""
        return NO_LETTERHEAD

    @pytest.fixture
    def fires(self) -> ServiceYear:
        """A year in which it finds something."""
        return a_body()

    @pytest.fixture
    def passes(self) -> ServiceYear:
        """A year in which it finds nothing."""
        return evolve(a_body(), submission=model.Submission(number="555/12/PPID/2023"))


def packages_of_data(document: Report) -> None:
    """Take a report as tables for programs, which say what stands in their columns."""
    package = report.DataPackage.of(document)
    if package is None:
        why_none: language.Bilingual | None = report.DataPackage.why_none(document)
        assert why_none is not None
        return
    table: report.DataTable = package.table("angka")
    columns: tuple[report.DataColumn, ...] = table.columns
    assert [column.kind for column in columns if column.name == "value"] == ["number"]
    links: tuple[report.DataLink, ...] = package.links
    assert all(link.to_column == "nomor" for link in links)


@frozen(kw_only=True)
class LinesImporter:
    """A reader of lines: the year first, then number and day of each request."""

    name: str = "garis"
    label: str = "Garis (.garis)"
    suffixes: tuple[str, ...] = (".garis",)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        first, *lines = path.read_bytes().decode("utf-8", "replace").splitlines() or [""]
        pairs = [line.partition(";") for line in lines]
        if not first.isdigit() or not all(number and day for number, _, day in pairs):
            told = language.Bilingual("bukan berkas garis", "no file of lines")
            place = Source(file=path.name, row=1)
            raise InputError([Problem(source=place, value="", expected=told, message=told)])
        requests = [{}, *({"nomor": number, "tanggal": day} for number, _, day in pairs)]
        tables = {"laporan": [{"kunci": "tahun", "isi": first}], "permohonan": requests}
        return from_rows(tables, file=path, first_row=1)


class TestLines(testing.ImporterContract):
    """How a stranger proves an importer."""

    @pytest.fixture
    def importer(self) -> plugins.Importer:
        """The importer under test."""
        return LinesImporter()

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        """A file of two lines."""
        path = tmp_path / "register.garis"
        path.write_text("2023\n1/2023;2023-03-06\n", encoding="utf-8")
        return path

    @pytest.fixture
    def rows(self) -> Mapping[str, int]:
        """What a person counts in it."""
        return {"laporan": 1, "permohonan": 1}

    @pytest.fixture
    def flaw(self, tmp_path: Path) -> tuple[Path, int, str]:
        """A file with a day that there is not."""
        path = tmp_path / "cacat.garis"
        path.write_text("2023\n1/2023;2023-03-32\n", encoding="utf-8")
        return path, 2, "tanggal"


def how_it_is_tested(document: Report) -> None:
    """Ask a rule in one call, read files back, and see what a contract promises."""
    assert testing.judged(a_body(), "BTN", rules=[NO_LETTERHEAD]).findings
    packages_of_data(document)
    packages_of_data(Dossier.from_rows(ROWS, as_of=JUDGED).report())
    promised: tuple[testing.Promise, ...] = testing.promises(TestCountExporter)
    assert all(promise.mend for promise in promised)
    installed = load_plugins()
    for name, read in (
        ("csv", testing.read_csv),
        ("json", testing.read_json),
        ("markdown", testing.read_markdown),
        ("html", testing.read_html),
        ("docx", testing.read_docx),
        ("pdf", testing.read_pdf),
        ("xlsx", testing.read_xlsx),
    ):
        if files := export(document, name, installed):
            assert read(files, document.meta.lang)[Measure.REQUESTS_TOTAL] == 2
    assert testing.read_tables({"visits": [["Bulan", "Jumlah kunjungan"], ["Jumlah", "5"]]}, "id")
    testing.service_years(model.ReportingPeriod(2023))


def what_is_tried() -> None:
    """Take years and documents whose figures are known, and texts that mislead a format."""
    made = (samples.empty, samples.nihil, samples.small, samples.named, samples.absent, samples.exact)
    years = [*(year() for year in made), samples.huge(), samples.large(12), samples.hostile()]
    assert_type(years, list[ServiceYear])
    assert samples.COUNTED["small"][Measure.REQUESTS_TOTAL] == 3
    words = next(iter(samples.SCRIPTS.values()))[0]
    assert_type(samples.worded(words), ServiceYear)
    assert_type(samples.composed(samples.small(), lang="en"), Report)
    assert_type(samples.rolled_up(samples.small(), samples.nihil()), Report)
    odd = samples.table(*((sign, 1) for sign in (*samples.FORMULAS, *samples.MARKUP)))
    assert_type(samples.document(odd), Report)
    assert_type(samples.every_block(words), Report)


def many_bodies() -> None:
    """Add up the reports of several bodies, by a roster, and read what is told of each."""
    roster = rollups.Roster.from_rows([{"kode": "36.73", "nama": "Pemerintah Kota Contoh"}])
    (entry,) = roster.entries
    assert_type(entry, rollups.RosterEntry)
    work: rollups.Reported = Dossier.from_rows(ROWS, as_of=JUDGED)
    one = rollups.BodyYear.of(work, file="contoh")
    answers: list[processes.Answer] = [*processes.body_years([]), processes.body_year("tidak-ada")]
    assert [type(answer) for answer in answers] == [rollups.RefusedFile]
    assert_type(processes.usual_processes(len(answers)), int)
    known = cache.ReportCache(folder=Path("tidak-ada"), plugins=load_plugins())
    again: processes.Answers = known.body_years([], processes.body_years)
    assert list(again) == []
    assert_type(engine.merged(range(0), a_part), Summary)
    with ThreadPoolExecutor() as pool:
        assert_type(engine.merged_by_pool(pool, range(0), a_part), Summary)
    whole = rollups.rollup([one, one], roster=roster, by=rollups.By.KIND)
    assert_type(whole, rollups.Rollup)
    year = whole.latest
    assert_type(year, rollups.YearRollup)
    assert_type(year.whole, rollups.BodyGroup)
    assert_type(year.whole.total("requests.total"), rollups.GroupTotal)
    assert_type(year.whole.parts("requests.by_outcome"), rollups.GroupParts)
    assert_type(year.whole.times(), rollups.GroupTimes)
    assert_type(year.whole.bands(), tuple[rollups.SizeBand, ...])
    assert_type(year.whole.codes, tuple[rollups.CodeTotal, ...])
    assert_type(year.lines, tuple[rollups.RosterLine, ...])
    assert_type(year.child_sums, tuple[rollups.ChildSum, ...])
    assert_type(one.found, tuple[rollups.CodeCount, ...])
    assert_type(whole.refused, tuple[rollups.RefusedFile, ...])
    assert_type(year.aside, tuple[rollups.AsideReport, ...])
    assert rollups.AsideReason.SAME_DATA in {aside.reason for aside in year.aside}
    assert year.of(rollups.Handed.DRAFT)
    register = rollups.CommissionRegister.from_rows([{"termohon": "Pemerintah Kota Contoh", "tahun": 2023}])
    assert_type(register.cases, tuple[rollups.CommissionCase, ...])
    compared = rollups.rollup([one], commission=register).latest.disputes
    assert_type(compared, tuple[rollups.DisputeDifference, ...])
    regions = rollups.Regions.load()
    assert_type(regions.of("36.73"), rollups.Region | None)
    assert_type(report.compose_rollup(whole, lang="en"), Report)
    assert_type(report.compose_feedback(whole), tuple[Report, ...])


def a_part(month: int) -> Summary:
    """Return what one month comes to."""
    return Dossier.from_rows({**ROWS, "permohonan": [{"bulan": month}]}, batch=str(month)).summary


def on_many_machines(bag: object, rdd: object) -> tuple[Summary, Summary]:
    """Return what engines add up that are not installed here; nobody calls it."""
    return engine.merged_by_dask(bag, a_part), engine.merged_by_spark(rdd, a_part)


def main() -> None:
    """Do all of it."""
    document = from_rows_to_files()
    what_was_read()
    what_was_counted()
    what_json_is_like()
    unusable_input()
    round_trip(a_body())
    due()
    two_languages()
    what_the_model_says()
    what_the_law_says()
    what_the_law_lists()
    a_law_of_ones_own()
    the_calendar_and_the_instruments()
    when_it_is_due()
    what_must_agree()
    many_bodies()
    what_a_document_says()
    how_plugins_are_used(document)
    what_plugins_raise(document)
    what_is_raised()
    how_it_is_tested(document)
    what_is_tried()


if __name__ == "__main__":
    main()
