import random
import string
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.evals.examples import ACME, answer, escalation, priced, quote
from tests.evals.pasts import MANAGER, handed_over, past, question

from partnerline.evals.asked import case_id, draft_of
from partnerline.evals.case_file import add, rendered
from partnerline.evals.cases import load_cases
from partnerline.evals.model import Expectation, ExpectedPrice, Judged
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Answer, Reason, Turn
from partnerline.knowledge.partners import EVERYONE
from partnerline.knowledge.past import Past

KEPT = """\
# What we keep an eye on.
- id: old   # a remark
  kind: fact
  question: "What?"
  expect: {outcome: answered,   sources: [a.md]}


# the last word
"""


def row(of: Past, **given: Any) -> dict[str, Any]:
    return dict(draft_of(of, **given).row)


def expected(of: Past) -> dict[str, Any]:
    found: dict[str, Any] = row(of)["expect"]
    return found


def loaded(tmp_path: Path, *asked: Past) -> dict[str, Expectation]:
    file = tmp_path / "from-reps.yaml"
    add(file, [draft_of(one) for one in asked])
    return {one.id: one.expected for one in load_cases(file)}


class TestWhatIsExpected:
    def test_an_answer_found_right_gives_its_source_and_the_number_that_decides(self) -> None:
        told = (
            "The AX-200-B weighs **780 g**, of the 2 kg you ask about.\n\n— a.pdf, p. 3\n\nMTBF 9."
        )
        of = past(
            "q1", answer(text=told), thumb="up", question=question("Is the AX-200-B under 2 kg?")
        )
        assert expected(of) == {
            "outcome": "answered",
            "sources": ["datasheets/ax-200.pdf"],
            "contains": ["780"],
            "judge": "The AX-200-B weighs 780 g, of the 2 kg you ask about.",
        }

    def test_a_price_found_right_is_expected_to_the_cent(self, tmp_path: Path) -> None:
        of = past("q1", priced(), thumb="up")
        assert expected(of)["price"] == {
            "currency": "EUR",
            "sku": "AX-200",
            "quantity": 100,
            "unit_price": "812.00",
            "total": "81200.00",
        }
        assert row(of)["kind"] == "price"
        (found,) = loaded(tmp_path, of).values()
        line = quote().lines[0]
        assert found.price == ExpectedPrice(
            currency="EUR",
            sku="AX-200",
            quantity=100,
            unit_price=line.unit_price,
            total=quote().total,
        )

    def test_of_several_lines_the_total_is_expected(self) -> None:
        lines = quote().lines * 2
        of = past("q1", priced(quote=quote(lines=lines)), thumb="up")
        assert expected(of)["price"] == {"currency": "EUR", "total": "81200.00"}

    def test_an_answer_found_wrong_must_not_come_again(self, tmp_path: Path) -> None:
        of = past("q1", answer(text="It runs on 24 V.\n\nAlways."), thumb="down")
        (found,) = loaded(tmp_path, of).values()
        assert found == Expectation(
            outcomes=(),
            judged=Judged(
                verdict="wrong",
                outcome="answered",
                text="It runs on 24 V.\n\nAlways.",
                sources=("datasheets/ax-200.pdf",),
            ),
        )

    def test_a_manager_who_wrote_back_says_what_is_right(self, tmp_path: Path) -> None:
        given = past(
            "q1", escalation(reason=Reason.LOW_CONFIDENCE), escalation=handed_over("9 V.", "Or 36.")
        )
        (found,) = loaded(tmp_path, given).values()
        assert found == Expectation(outcomes=("answered", "escalated"), judge="9 V.\n\nOr 36.")

    def test_an_answer_after_which_a_person_helped_is_wrong_and_the_person_right(self) -> None:
        of = past("q1", escalation=handed_over("It is 9 V."), thumb="up")
        assert expected(of)["verdict"] == "wrong"
        assert expected(of)["judge"] == "It is 9 V."

    def test_a_manager_can_find_it_right_to_have_asked(self) -> None:
        of = past("q1", escalation(reason=Reason.NO_EVIDENCE), judgement="right")
        assert expected(of) == {"outcome": "escalated", "reason": ["no_evidence"]}

    def test_a_manager_can_find_it_wrong_to_have_asked(self, tmp_path: Path) -> None:
        of = past("q1", escalation(reason=Reason.NO_EVIDENCE), judgement="wrong")
        (found,) = loaded(tmp_path, of).values()
        assert found.judged is not None
        assert (found.judged.verdict, found.judged.outcome) == ("wrong", "escalated")

    @pytest.mark.parametrize("outcome", ["clarify", "smalltalk"])
    def test_a_reply_that_was_liked_is_expected_again(self, outcome: Any) -> None:
        of = past("q1", answer(outcome=outcome, citations=()), thumb="up")
        assert expected(of) == {"outcome": outcome}
        assert row(of)["kind"] == outcome

    def test_a_thumb_on_handing_over_says_nothing_of_what_was_asked(self) -> None:
        assert draft_of(past("q1", escalation(), thumb="down")).missing

    @pytest.mark.parametrize(
        "of",
        [past(), past("q2", escalation()), replace(past("q3"), answer=None)],
        ids=["answered", "escalated", "unanswered"],
    )
    def test_where_nobody_said_anything_a_person_has_to(self, tmp_path: Path, of: Past) -> None:
        draft = draft_of(of)
        assert draft.missing
        assert draft.row["expect"] == {}
        assert rendered(draft).startswith("# TO COMPLETE: say under expect what a right answer is")
        with pytest.raises(CasesError, match=rf"{draft.id}.*names no outcome. Say outcome"):
            loaded(tmp_path, of)


class TestTheRow:
    def test_it_is_the_question_as_it_was_asked(self) -> None:
        asked = question(
            "And for 500?",
            as_of=date(2026, 5, 1),
            asked_on=date(2026, 11, 23),
            history=(Turn(role="user", text="100 AX-200?"), Turn(role="assistant", text="Yes.")),
        )
        found = row(past("q1", priced(), question=asked, thumb="up"), split="held_out")
        assert found["question"] == "And for 500?"
        assert (found["partner"], found["split"]) == ("acme", "held_out")
        assert (found["as_of"], found["asked_on"]) == (date(2026, 5, 1), date(2026, 11, 23))
        assert found["history"] == [
            {"role": "user", "text": "100 AX-200?"},
            {"role": "assistant", "text": "Yes."},
        ]

    def test_its_kind_can_be_given(self) -> None:
        assert row(past(), kind="objection")["kind"] == "objection"

    @pytest.mark.parametrize(
        ("reason", "kind"),
        [
            (Reason.NO_EVIDENCE, "unanswerable"),
            (Reason.NEEDS_HUMAN, "human"),
            (Reason.ASKED_FOR_HUMAN, "human"),
            (Reason.NOT_PERMITTED, "restricted"),
        ],
    )
    def test_a_question_handed_over_is_of_the_kind_of_its_reason(
        self, reason: Reason, kind: str
    ) -> None:
        assert row(past("q1", escalation(reason=reason)))["kind"] == kind

    def test_a_stranger_has_no_partner_and_neither_has_an_open_library(self) -> None:
        assert "partner" not in row(past(asked_as=None, question=question(partner=None)))
        everyone = question(partner=EVERYONE)
        assert "partner" not in row(past(asked_as=EVERYONE.id, question=everyone))

    def test_nobodys_name_is_written(self) -> None:
        of = past(escalation=handed_over("It is 9 V."), question=question(partner=ACME))
        text = rendered(draft_of(of))
        for name in ("Rae", "U0REP", MANAGER, "dana", "Resellers"):
            assert name not in text

    def test_its_id_is_the_questions_own(self) -> None:
        assert case_id(past("q1")) == case_id(past("q1", escalation()))
        assert case_id(past("q1")) != case_id(past("q2"))


class TestTheFile:
    def test_what_stands_in_it_stays_to_the_letter(self, tmp_path: Path) -> None:
        file = tmp_path / "cases.yaml"
        file.write_text(KEPT, encoding="utf-8")
        file.chmod(0o640)
        add(file, [draft_of(past("q1", thumb="up")), draft_of(past("q2", thumb="up"))])
        assert file.read_text(encoding="utf-8").startswith(KEPT)
        assert [one.id for one in load_cases(file)] == [
            "old",
            case_id(past("q1")),
            case_id(past("q2")),
        ]
        assert file.stat().st_mode & 0o777 == 0o640
        assert [one.name for one in tmp_path.iterdir()] == ["cases.yaml"]

    @pytest.mark.parametrize(
        "before",
        [
            "",
            "# only a remark",
            "---\n",
            KEPT.replace("\n", "\r\n"),
            KEPT.rstrip(),
            "".join(f"  {line}\n" if line else "\n" for line in KEPT.splitlines()),
        ],
        ids=["empty", "remark", "marker", "crlf", "no-newline", "indented"],
    )
    def test_it_is_added_to_however_it_is_written(self, tmp_path: Path, before: str) -> None:
        file = tmp_path / "cases.yaml"
        file.write_bytes(before.encode())
        add(file, [draft_of(past("q1", answer(text="Two\n\nlines of 5"), thumb="down"))])
        after = file.read_bytes().decode()
        assert after.startswith(before)
        assert ("\r\n" in after) == ("\r\n" in before)
        assert after.count("\n") == (after.count("\r\n") or after.count("\n"))
        assert load_cases(file)[-1].id == case_id(past("q1"))

    def test_a_question_is_added_once(self, tmp_path: Path) -> None:
        file, draft = tmp_path / "new" / "cases.yaml", draft_of(past("q1", thumb="up"))
        assert add(file, [draft, draft]) == (draft,)
        before = file.read_bytes()
        assert add(file, [draft]) == ()
        assert add(file.with_name("other.yaml"), [draft]) == ()
        assert file.read_bytes() == before
        assert not file.with_name("other.yaml").exists()

    @pytest.mark.parametrize(
        "before",
        ["a: mapping\n", "[{id: x}]\n", "- {unclosed\n", "- id: x\n...\n"],
        ids=["mapping", "brackets", "broken", "ended"],
    )
    def test_one_that_cannot_be_added_to_is_named_and_left_alone(
        self, tmp_path: Path, before: str
    ) -> None:
        file = tmp_path / "cases.yaml"
        file.write_text(before, encoding="utf-8")
        with pytest.raises(CasesError, match=r"cases\.yaml"):
            add(file, [draft_of(past("q1", thumb="up"))])
        assert file.read_text(encoding="utf-8") == before

    def test_a_broken_neighbour_is_not_its_business(self, tmp_path: Path) -> None:
        (tmp_path / "broken.yml").write_text("- {", encoding="utf-8")
        assert add(tmp_path / "cases.yaml", [draft_of(past("q1", thumb="up"))])

    def test_one_that_cannot_be_written_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(CasesError, match="--file"):
            add(tmp_path / "file" / "cases.yaml", [draft_of(past())])

    @given(
        text=st.text(max_size=60),
        reply=st.text(alphabet=st.sampled_from("a \n\r\t:#-'\"|>{}[]\x85\u2028é🤝"), max_size=40),
    )
    def test_any_words_come_back_as_they_were(self, text: str, reply: str) -> None:
        told = Answer(outcome="answered", text=reply, confidence=0.5)
        draft = draft_of(past("q1", told, question=question(text), thumb="down"))
        assert yaml.safe_load(rendered(draft)) == [dict(draft.row)]

    def test_a_comment_cannot_end_early(self) -> None:
        odd = "".join(random.Random(4).choices(string.printable + "\x85\u2028", k=300))
        lines = rendered(draft_of(past("q1", answer(text=odd)))).split("\n")
        assert [line[:1] for line in lines[:3]] == ["#", "#", "-"]
