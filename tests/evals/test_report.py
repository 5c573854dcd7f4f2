import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.evals.examples import CITED, answer, case, escalation, expectation, priced, quote, runner

from partnerline.evals.baseline import Remembered
from partnerline.evals.comparing import compare
from partnerline.evals.model import ExpectedPrice
from partnerline.evals.report import Report, print_summary, write_report
from partnerline.evals.running import run_suite
from partnerline.evals.suite import SuiteResult
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Answer, Citation, Question, Turn

BEFORE = {
    "price": Remembered(kind="price", split="held_out", correct=False, outcome="escalated"),
    "broken": Remembered(kind="fact", split="tune", correct=True, outcome="answered"),
    "gone": Remembered(kind="fact", split="tune", correct=True, outcome="answered"),
}
EVIL = '<script>alert(1)</script> | [x](javascript:1) `*_ "quoted" & {{ 7*7 }}'
MADE_AT = datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)


def evil_answers(question: Question) -> Answer:
    if question.text.startswith("break"):
        raise RuntimeError(EVIL)
    if question.text.startswith("price"):
        return priced(signals={"cosine": 0.5, "margin": float("nan")})
    if question.text.startswith("hand over"):
        return escalation(doubt=EVIL, found=(CITED,), confidence=float("inf"))
    return answer(text=EVIL, citations=(Citation(source=EVIL, locator=EVIL, quote=EVIL),))


def suite() -> SuiteResult:
    price = ExpectedPrice(unit_price=quote().lines[0].unit_price, total=quote().total)
    cases = [
        case("evil", question=EVIL, partner=EVIL, history=(Turn(role="user", text=EVIL),)),
        case("broken", question="break", split="tune", as_of=None),
        case("price", kind="price", question="price?", expected=expectation(price=price)),
        case(EVIL, kind=EVIL, question="hand over", expected=expectation(contains=(EVIL,))),
    ]
    return run_suite(
        cases,
        runner(evil_answers, embeds=len, retrieves=lambda question: [CITED]),
        compares=lambda results: compare({**BEFORE, EVIL: BEFORE["gone"]}, results, against=EVIL),
        progress=io.StringIO(),
    )


def written(tmp_path: Path):
    report = Report(result=suite(), made_at=MADE_AT, about={"model": EVIL})
    return write_report(report, tmp_path / "new" / "reports")


class Elements(HTMLParser):
    """Every tag with its attributes, and what was left open."""

    VOID = frozenset({"meta", "line", "rect", "polyline"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    elements.close()
    return elements


def test_three_files_bear_the_time_they_were_made(tmp_path: Path):
    names = sorted(path.name for path in written(tmp_path).page.parent.iterdir())
    assert names == [f"eval-20261123-080509.{ending}" for ending in ("html", "json", "md")]


def test_the_data_are_what_their_schema_says(tmp_path: Path):
    schema = json.loads(
        files("partnerline.evals.report").joinpath("report.schema.json").read_text()
    )
    data = json.loads(written(tmp_path).data.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)


def test_the_data_keep_every_case_amounts_as_text_and_no_number_that_is_none(tmp_path: Path):
    data = json.loads(written(tmp_path).data.read_text(encoding="utf-8"))
    cases = {one["id"]: one for one in data["cases"]}
    assert len(cases) == data["overall"]["n"] == 4
    assert cases["price"]["answer"]["quote"]["total"] == "81200.00"
    assert cases["price"]["answer"]["signals"] == {"cosine": 0.5, "margin": None}
    assert cases["broken"]["score"] == 0
    assert cases["broken"]["failure"].startswith("RuntimeError")
    assert cases[EVIL]["answer"]["confidence"] is None


def test_the_page_escapes_whatever_came_from_cases_and_answers(tmp_path: Path):
    page = written(tmp_path).page.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in parsed(page).tags}


def test_the_page_fetches_nothing(tmp_path: Path):
    page = written(tmp_path).page.read_text(encoding="utf-8")
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page)
    assert not {"src"} & {name for _, attrs in parsed(page).tags for name in attrs}
    assert not [name for _, attrs in parsed(page).tags for name in attrs if name.startswith("on")]


def test_the_page_is_well_formed_and_its_labels_have_what_they_name(tmp_path: Path):
    elements = parsed(written(tmp_path).page.read_text(encoding="utf-8"))
    assert elements.open == []
    ids = [attrs["id"] for _, attrs in elements.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    named = {attrs["aria-labelledby"] for _, attrs in elements.tags if "aria-labelledby" in attrs}
    assert named <= set(ids)
    links = {attrs["href"] for tag, attrs in elements.tags if tag == "a"}
    assert links
    assert links <= {f"#{name}" for name in ids}


def test_the_page_shows_its_pictures_and_every_case_what_broke_or_is_wrong_first(tmp_path: Path):
    page = written(tmp_path).page.read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert [found.split()[0] for found in re.findall(r'<tbody class="case ([^"]*)"', page)] == [
        *["wrong", "wrong", "right", "right"]
    ]
    assert page.index("RuntimeError") < page.index("EUR 812.00 each")


def test_the_summary_keeps_cases_words_out_of_its_own_markup(tmp_path: Path):
    summary = written(tmp_path).summary.read_text(encoding="utf-8")
    assert "<script>" not in summary
    tables = [line for line in summary.splitlines() if line.startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in tables}
    assert widths == {3, 4, 5, 8}
    assert "broke: RuntimeError" in summary


def test_a_report_of_nothing_answered_has_no_picture_of_confidence(tmp_path: Path):
    silent = run_suite([case()], runner(lambda question: escalation()), progress=io.StringIO())
    files_of = write_report(Report(result=silent, made_at=MADE_AT), tmp_path)
    page = files_of.page.read_text(encoding="utf-8")
    assert "Reliability" not in page
    assert "Latency" in page


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CasesError, match="taken: the report can't be written there"):
        write_report(Report(result=suite(), made_at=MADE_AT), tmp_path / "taken")


def test_the_terminal_shows_every_kind_and_every_gate():
    stream = io.StringIO()
    secret = case(
        "s", kind="restricted", expected=expectation(excludes=("36 V",)), as_of=date(2026, 1, 1)
    )
    print_summary(
        run_suite([case(), secret], runner(lambda question: answer()), progress=io.StringIO()),
        stream,
    )
    lines = stream.getvalue().splitlines()
    assert [line.split()[:3] for line in lines[1:4]] == [
        ["fact", "1", "1"],
        ["restricted", "1", "0"],
        ["all", "2", "1"],
    ]
    assert lines[-2].startswith("pass  wrong_prices")
    assert lines[-1] == "MISS  leaks on all: 1 > 0 (case s)"


def test_the_terminal_says_what_changed_and_lists_what_is_worse_or_better():
    stream = io.StringIO()
    print_summary(suite(), stream)
    lines = stream.getvalue().splitlines()
    (about,) = [line for line in lines if line.startswith("Against ")]
    assert about.endswith("2 worse, 1 better, 1 new, 1 gone, 0 the same.")
    moved = [line.split()[0] for line in lines if line.startswith(("worse", "better"))]
    assert moved == ["worse", "worse", "better"]
    assert not [line for line in lines if line.startswith(("new", "gone"))]


def test_the_page_and_the_summary_name_every_change(tmp_path: Path):
    files_of = written(tmp_path)
    page = files_of.page.read_text(encoding="utf-8")
    for sort in ("worse", "better", "new", "gone"):
        assert f"<summary>{sort} " in page
        assert f"| {sort} |" in files_of.summary.read_text(encoding="utf-8")
    data = json.loads(files_of.data.read_text(encoding="utf-8"))["baseline"]
    assert [change["sort"] for change in data["changes"]] == [
        *["worse", "worse", "better", "new", "gone"]
    ]


def test_a_page_of_several_processes_says_that_latency_is_theirs(tmp_path: Path):
    beside = replace(suite(), jobs=3)
    page = write_report(Report(result=beside, made_at=MADE_AT), tmp_path).page
    assert "answering side by side" in page.read_text(encoding="utf-8")
