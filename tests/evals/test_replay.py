import io
import json
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.evals.examples import CITED, answer, escalation, priced, quote, runner
from tests.evals.pasts import handed_over, past, question

from partnerline.evals.model import Case, CaseResult
from partnerline.evals.replay import FailOn, Replay, Sort, case_of, replay
from partnerline.evals.replay_report import ReplayReport, as_markdown, as_page, write_replay
from partnerline.evals.replay_terminal import print_replay
from partnerline.evals.runner import Answers
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Answer, Citation, Question, Reason, Turn
from partnerline.knowledge.past import Past

MADE_AT = datetime(2026, 11, 24, 8, 5, 9, tzinfo=UTC)
CLARIFY = answer(outcome="clarify", text="Which one?", reason=Reason.AMBIGUOUS, citations=())
HELLO = answer(outcome="smalltalk", text="Hello!", citations=())
ELSEWHERE = Citation(source="datasheets/ax-300.pdf", locator="p. 3", quote=CITED.quote)
EVIL = "<script>alert(1)</script> | [x](javascript:1) \x1b[31m`*_"


def replayed(questions: list[Past], answers: Answers, today: date | None = None) -> Replay:
    def results(cases: list[Case]) -> list[CaseResult]:
        return [runner(answers).run(case) for case in cases]

    return replay(questions, results, today=today)


def one(was: Answer, now: Answer) -> tuple[Sort, tuple[str, ...]]:
    (row,) = replayed([past(given=was)], lambda question: now).rows
    return row.sort, row.says


class TestWhatBecomesOfAnAnswer:
    @pytest.mark.parametrize(
        ("was", "now", "sort"),
        [
            (answer(), answer(), "same"),
            (answer(), answer(confidence=0.61), "same"),
            (answer(), answer(text="It runs  from **9 to 36 V** DC."), "same"),
            (priced(), priced(quote=quote("812.0")), "same"),
            (answer(), answer(text="It runs on 24 V."), "otherwise"),
            (answer(), answer(citations=(ELSEWHERE,)), "otherwise"),
            (CLARIFY, replace(CLARIFY, choices=("A", "B")), "otherwise"),
            (escalation(), escalation(reason=Reason.CONFLICT), "otherwise"),
            (answer(), HELLO, "otherwise"),
            (escalation(), answer(), "answered"),
            (CLARIFY, priced(), "answered"),
            (answer(), escalation(), "handed_over"),
            (priced(), escalation(), "handed_over"),
            (CLARIFY, escalation(), "handed_over"),
            (answer(), CLARIFY, "asks_back"),
            (priced("812.00"), priced("812.01"), "price"),
            (priced(), answer(), "price"),
            (answer(), priced(), "price"),
            (priced(), replace(priced(), quote=quote(currency="USD")), "price"),
            (priced(), replace(priced(), quote=None, quotes=(quote(), quote("900.00"))), "price"),
            (escalation(quote=quote()), escalation(quote=quote("900.00")), "price"),
        ],
    )
    def test_it_is_sorted_by_what_a_rep_would_notice(
        self, was: Answer, now: Answer, sort: Sort
    ) -> None:
        assert one(was, now)[0] == sort

    def test_another_line_at_the_same_total_is_another_price(self) -> None:
        line = replace(quote().lines[0], sku="AX-300")
        assert one(priced(), priced(quote=quote(lines=(line,))))[0] == "price"

    def test_what_differs_is_said_both_ways(self) -> None:
        _, says = one(priced(), priced("900.00", citations=(ELSEWHERE,)))
        assert says == (
            "EUR 81,200.00 (100 AX-200 at 812.00) → EUR 90,000.00 (100 AX-200 at 900.00)",
            "cites datasheets/ax-200.pdf → datasheets/ax-300.pdf",
        )
        _, says = one(answer(), answer(text="9 V.", citations=(ELSEWHERE,)))
        assert says == ("cites datasheets/ax-200.pdf → datasheets/ax-300.pdf", "other words")
        _, says = one(answer(), escalation(reason=Reason.LOW_CONFIDENCE))
        assert says[0] == "answered → escalated (low_confidence)"

    def test_answering_that_breaks_is_named_and_stops_nothing(self) -> None:
        def answers(question: Question) -> Answer:
            if question.text == "break":
                raise RuntimeError("the disk is gone")
            return answer()

        broken = past("q1", question=question("break"))
        found = replayed([broken, past("q2")], answers)
        assert [(row.sort, row.now is None) for row in found.rows] == [
            ("broke", True),
            ("same", False),
        ]
        assert "the disk is gone" in found.rows[0].failure


class TestTheQuestionAskedAgain:
    def asked(self, of: Past, today: date | None = None) -> Question:
        heard: list[Question] = []

        def answers(question: Question) -> Answer:
            heard.append(question)
            return answer()

        replayed([of], answers, today)
        return heard[0]

    def test_it_is_the_very_question_with_its_thread_and_day(self) -> None:
        asked = question(
            asked_on=date(2026, 11, 23),
            as_of=date(2026, 5, 1),
            history=(Turn(role="user", text="And the AX-300?"),),
        )
        assert self.asked(past(question=asked)) == asked

    def test_asked_today_it_is_about_today(self) -> None:
        today = date(2026, 12, 24)
        plain, stamped = question(), question(asked_on=question().as_of)
        assert self.asked(past(question=plain), today) == replace(plain, as_of=today)
        assert self.asked(past(question=stamped), today) == replace(
            stamped, as_of=today, asked_on=today
        )

    def test_a_question_about_another_day_stays_about_that_day(self) -> None:
        spring = question(as_of=date(2026, 3, 1), asked_on=date(2026, 11, 23))
        today = date(2026, 12, 24)
        assert self.asked(past(question=spring), today) == replace(spring, asked_on=today)

    def test_a_partner_that_is_gone_asks_as_a_stranger_and_that_is_said(self) -> None:
        gone = past(asked_as="gone", question=question(partner=None))
        assert self.asked(gone).partner is None
        (row,) = replayed([gone], lambda question: answer()).rows
        assert row.note == "nobody enrolled 'gone', so a stranger asked"

    def test_it_expects_nothing(self) -> None:
        assert case_of(past()).expected.outcomes == ()


class TestTheWhole:
    def sample(self) -> Replay:
        given = {
            "same": (answer(), answer()),
            "words": (answer(), answer(text="Otherwise 9 V.")),
            "over": (answer(), escalation()),
            "price": (priced(), priced("900.00")),
            "new": (escalation(), answer()),
        }
        questions = [
            past(name, was, question=question(name), thumb="up" if name == "over" else None)
            for name, (was, _) in given.items()
        ]
        unanswered = replace(past("none"), answer=None)
        return replayed([*questions, unanswered], lambda question: given[question.text][1])

    def test_prices_come_first_and_what_is_the_same_last(self) -> None:
        found = self.sample()
        assert [row.past.question_id for row in found.rows] == [
            "price",
            "over",
            "new",
            "words",
            "same",
        ]
        assert len(found.changed) == 4
        assert found.without_answer == 1

    def test_of_one_sort_those_found_right_come_first(self) -> None:
        liked = past("q2", thumb="up")
        found = replayed([past("q1"), liked, past("q3")], lambda question: escalation())
        assert [row.past.question_id for row in found.rows] == ["q2", "q1", "q3"]
        assert [row.found for row in found.rows] == ["found right", "", ""]

    @pytest.mark.parametrize(
        ("was", "now", "on", "fails"),
        [
            (priced(), priced("900.00"), "price", True),
            (priced(), priced("900.00"), "any", True),
            (priced(), priced("900.00"), None, False),
            (answer(), escalation(), "price", False),
            (answer(), escalation(), "any", True),
            (answer(), answer(), "any", False),
        ],
    )
    def test_it_fails_on_what_was_asked_for(
        self, was: Answer, now: Answer, on: FailOn | None, fails: bool
    ) -> None:
        found = replayed([past(given=was)], lambda question: now)
        assert found.fails(on) is fails

    def test_no_answer_at_all_may_hide_a_price(self) -> None:
        def answers(question: Question) -> Answer:
            raise RuntimeError

        assert replayed([past()], answers).fails("price")

    def test_the_terminal_shows_prices_loudest_and_counts_all(self) -> None:
        out = io.StringIO()
        print_replay(ReplayReport(replay=self.sample(), made_at=MADE_AT), out)
        shown = out.getvalue()
        assert shown.startswith("ANOTHER PRICE: 1\n")
        assert "EUR 81,200.00 (100 AX-200 at 812.00) → EUR 90,000.00" in shown
        assert "found right" in shown
        assert shown.splitlines()[-1] == (
            "5 questions: 1 × another price, 1 × now handed over, 1 × newly answered, "
            "1 × other words or sources, 1 × unchanged; 1 had no answer to compare with."
        )

    def test_a_terminal_lists_every_price_and_the_first_of_the_rest(self) -> None:
        prices = [past(f"p{n}", priced(), question=question("price")) for n in range(30)]
        others = [past(f"o{n}", question=question("other")) for n in range(30)]
        found = replayed(
            [*prices, *others],
            lambda question: priced("900.00") if question.text == "price" else escalation(),
        )
        out = io.StringIO()
        print_replay(ReplayReport(replay=found, made_at=MADE_AT), out)
        lines = out.getvalue().splitlines()
        assert sum(line.startswith("  p") for line in lines) == 30
        assert sum(line.startswith("  o") for line in lines) == 20
        assert "… and 10 more, in the report." in lines

    def test_nothing_in_a_question_is_obeyed_by_a_terminal_or_a_page(self) -> None:
        cited = Citation(source=EVIL, locator=EVIL, quote=EVIL)
        evil = past("q1", answer(text=EVIL), question=question(EVIL))
        found = replayed([evil], lambda question: answer(text=f"2 {EVIL}", citations=(cited,)))
        report = ReplayReport(replay=found, made_at=MADE_AT, about={"library": EVIL})
        out = io.StringIO()
        print_replay(report, out)
        assert "\x1b" not in out.getvalue()
        assert "<script>" not in as_page(report)
        assert "<script>" not in as_markdown(report)
        assert len([line for line in as_markdown(report).splitlines() if line[:1] == "|"]) == 3

    def test_page_markdown_and_data_are_for_whoever_ran_it_alone(self, tmp_path: Path) -> None:
        report = ReplayReport(replay=self.sample(), made_at=MADE_AT, about={"library": "new"})
        page = write_replay(report, tmp_path / "reports")
        files = sorted(page.parent.iterdir())
        assert [file.name for file in files] == [
            "replay-20261124-080509.html",
            "replay-20261124-080509.json",
            "replay-20261124-080509.md",
        ]
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        data = json.loads(files[1].read_text(encoding="utf-8"))
        assert data["counts"] == {
            "price": 1, "broke": 0, "handed_over": 1, "asks_back": 0, "answered": 1, "otherwise": 1, "same": 1,
        }  # fmt: skip
        first = data["questions"][0]
        assert (first["id"], first["sort"]) == ("price", "price")
        assert first["would_be"]["price"] == "EUR 90,000.00 (100 AX-200 at 900.00)"
        text = files[0].read_text(encoding="utf-8")
        assert text.index("Another price") < text.index("Now handed over") < text.index("Unchanged")

    def test_a_folder_that_cannot_be_written_to_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        report = ReplayReport(replay=self.sample(), made_at=MADE_AT)
        with pytest.raises(CasesError, match="Name a folder"):
            write_replay(report, tmp_path / "file")

    def test_no_report_names_who_asked_or_who_wrote_back(self) -> None:
        told = past(escalation=handed_over("It is 9 V."))
        found = replayed([told], lambda question: escalation())
        report = ReplayReport(replay=found, made_at=MADE_AT)
        for shown in (as_page(report), as_markdown(report)):
            assert "Rae" not in shown
            assert "U0REP" not in shown
            assert "dana" not in shown


def test_nothing_to_ask_asks_nothing() -> None:
    found = replay([], lambda cases: pytest.fail("nothing is to be asked"))
    assert found.rows == ()
