from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from partnerline.evals.cases import load_cases
from partnerline.evals.model import Case, Expectation, ExpectedPrice, Judged, Place
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Reason, Turn

SMALL = "- {id: a, kind: fact, question: Which, expect: {outcome: answered}}\n"


def written(folder: Path, text: str, name: str = "cases.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(CasesError) as refused:
        load_cases(path)
    return str(refused.value)


def test_a_case_is_read_whole(tmp_path: Path):
    path = written(
        tmp_path,
        """
        - id: price-1
          kind: price
          split: tune
          question: How much?
          partner: acme
          as_of: 2026-11-23
          asked_on: "2026-11-24"
          history: [{role: user, text: Hello}]
          note: Asked at a fair.
          expect:
            outcome: [answered, escalated]
            reason: not_permitted
            contains: AX-200
            excludes: ["1,180"]
            sources: [a.pdf, b.pdf]
            passages: [a.pdf, {source: b.pdf, locator: p. 3}]
            judge: Says what 100 cost.
            price: {currency: EUR, sku: AX-200, quantity: 100, unit_price: "812.00", total: "81200.00"}
        """,
    )
    assert load_cases(path) == (
        Case(
            id="price-1",
            kind="price",
            split="tune",
            question="How much?",
            partner="acme",
            as_of=date(2026, 11, 23),
            asked_on=date(2026, 11, 24),
            history=(Turn(role="user", text="Hello"),),
            note="Asked at a fair.",
            expected=Expectation(
                outcomes=("answered", "escalated"),
                reasons=(Reason.NOT_PERMITTED,),
                contains=("AX-200",),
                excludes=("1,180",),
                sources=("a.pdf", "b.pdf"),
                passages=(Place(source="a.pdf"), Place(source="b.pdf", locator="p. 3")),
                judge="Says what 100 cost.",
                price=ExpectedPrice(
                    currency="EUR",
                    sku="AX-200",
                    quantity=100,
                    unit_price=Decimal("812.00"),
                    total=Decimal("81200.00"),
                ),
            ),
        ),
    )


def test_a_small_case_is_a_stranger_s_held_out_and_of_the_day_of_the_run(tmp_path: Path):
    (case,) = load_cases(written(tmp_path, SMALL))
    assert (case.partner, case.split, case.as_of) == (None, "held_out", None)


@pytest.mark.parametrize(("verdict", "outcomes"), [("right", ("answered",)), ("wrong", ())])
def test_a_judged_answer_says_the_outcome_where_it_was_right_and_leaves_it_open_where_wrong(
    tmp_path: Path, verdict, outcomes
):
    path = written(
        tmp_path,
        f"""
        - id: a
          kind: fact
          question: Which?
          expect:
            verdict: {verdict}
            given: {{outcome: answered, text: It takes 64., sources: a.pdf}}
        """,
    )
    (case,) = load_cases(path)
    assert case.expected == Expectation(
        outcomes=outcomes,
        judged=Judged(verdict=verdict, outcome="answered", text="It takes 64.", sources=("a.pdf",)),
    )


def test_several_paths_are_read_in_their_order_and_a_file_named_twice_once(tmp_path: Path):
    first = written(tmp_path, SMALL, "a.yaml")
    second = written(tmp_path, SMALL.replace("id: a", "id: b"), "more/b.yaml")
    assert [case.id for case in load_cases(second, first)] == ["b", "a"]
    assert [case.id for case in load_cases(first, tmp_path)] == ["a", "b"]


def test_a_folder_is_read_with_all_below_it_but_for_its_gates(tmp_path: Path):
    written(tmp_path, SMALL.replace("id: a", "id: z"), "z.yml")
    written(tmp_path, SMALL, "deep/a.yaml")
    written(tmp_path, "gates: []", "gates.yaml")
    written(tmp_path, "not a case", "notes.txt")
    assert [case.id for case in load_cases(tmp_path)] == ["a", "z"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("extra: 1", "case 'a' (number 1): extra: Extra inputs are not permitted. Remove it"),
        ("expect: {outcome: solved}", "expect.outcome.0: Input should be 'answered'"),
        ("expect: {outcome: []}", "expect.outcome: Value should have at least 1 item"),
        ("expect: {outcome: answered, price: {unit_price: 812.5}}", "expect.price.unit_price: an amount must be text"),
        ("expect: {outcome: answered, price: {sku: null}}", "expect.price: is empty"),
        ("expect: {outcome: answered, price: {quantity: '3'}}", "expect.price.quantity"),
        ("expect: {outcome: answered, contains: [12]}", "expect.contains.0: Input should be a valid string. Write text; put a number"),
        ("expect: {outcome: answered, contains: ['']}", "expect.contains.0: is empty, and so would hold"),
        ("expect: {outcome: answered, contains:}", "expect.contains.0"),
        ("expect: {outcome: answered, reason: no_evidence}", "expect: a reason is given only with"),
        ("expect: {outcome: escalated, reason: whim}", "expect.reason.0"),
        ("expect: {contains: [a]}", "expect: names no outcome"),
        ("expect: {outcome: answered, passages: [{locator: p. 3}]}", "expect.passages.0.source: Field required"),
        ("expect: {outcome: answered, passages: [3]}", "expect.passages.0"),
        ("expect: {verdict: right}", "expect: verdict and given go together"),
        ("expect: {outcome: answered, given: {outcome: answered, text: x}}", "expect: verdict and given go together"),
        ("expect: {verdict: good, given: {outcome: answered, text: x}}", "expect.verdict: Input should be 'right' or 'wrong'"),
        ("expect: {verdict: right, given: {outcome: answered}}", "expect.given: needs text or sources"),
        ("expect: {outcome: answered, judge: ''}", "expect.judge"),
        ("partner: no", "partner: Input should be a valid string"),
        ("as_of: someday", "as_of: Input should be a valid date"),
        ("split: test", "split: Input should be 'tune' or 'held_out'"),
        ("history: [{role: bot, text: x}]", "history.0.role"),
        ("question: ' '", "question: is empty"),
    ],
)  # fmt: skip
def test_a_faulty_case_is_named_with_its_field_and_the_mend(tmp_path: Path, change, says):
    fields = {"id": "a", "kind": "fact", "question": "Which?", "expect": "{outcome: answered}"}
    name, value = change.split(":", 1)
    fields[name] = value
    text = "- " + "\n  ".join(f"{field}: {said}" for field, said in fields.items())
    path = written(tmp_path, text)
    message = refusal(path)
    assert message.startswith(f"{path}, case 'a' (number 1): ")
    assert says in message
    assert message.endswith(".")


def test_a_case_without_an_id_is_named_by_its_number(tmp_path: Path):
    path = written(tmp_path, SMALL + SMALL.replace("id: a, ", ""))
    assert refusal(path) == f"{path}, case number 2: id: Field required. Add it."


def test_two_cases_of_one_id_are_refused_over_all_files(tmp_path: Path):
    written(tmp_path, SMALL, "a.yaml")
    second = written(tmp_path, SMALL, "b.yaml")
    message = refusal(tmp_path)
    assert message.startswith(f"{second}, case 'a'")
    assert "a.yaml" in message


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path):
    path = written(tmp_path, "- id: a\n  kind: fact\n  kind: price\n")
    assert refusal(path) == f"{path}, line 3: the key 'kind' stands twice. Mend the YAML there."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no case"),
        ("[]", "holds no case"),
        ("id: a", "isn't a list"),
        ("- just words", "case number 1: the whole"),
        ("- {id: a", "line 1"),
        ("- \x01", "not YAML"),
    ],
)
def test_a_file_that_holds_no_cases_is_refused(tmp_path: Path, text, says):
    path = written(tmp_path, text)
    message = refusal(path)
    assert message.startswith(str(path))
    assert says in message


def test_a_file_of_another_encoding_or_none_at_all_is_refused(tmp_path: Path):
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("- größe".encode("latin-1"))
    assert "isn't UTF-8" in refusal(latin)
    assert "can't be read" in refusal(tmp_path / "absent.yaml")
    (tmp_path / "empty").mkdir()
    assert "holds no case" in refusal(tmp_path / "empty")


def test_the_cases_of_the_sample_library_can_be_read_and_hold_both_splits():
    cases = load_cases(Path(__file__).parents[2] / "evals/cases")
    assert len(cases) >= 60
    assert {case.split for case in cases} == {"tune", "held_out"}
