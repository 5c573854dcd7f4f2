import pytest
from tests.ingest.readers.documents import texts

from partnerline.ingest.readers.plain import read_txt

WRAPPED = "The number is valid for 21 days, and goods without a number\nare refused at the gate."


def test_paragraphs_have_their_lines_and_wrapped_lines_are_joined() -> None:
    reading = read_txt("a.txt", f"First fact.\n\n{WRAPPED}\n".encode())
    assert texts(reading) == ["First fact.", WRAPPED.replace("\n", " ")]


@pytest.mark.parametrize(
    ("heading", "locator"),
    [
        ("RETURNS", "line 3"),
        ("Returns\n=======", "line 3"),
        ("Returns\n-------", "line 3"),
        ("2. Returns", "line 3"),
        ("2.1 Returns of goods", "line 3"),
    ],
)
def test_clear_headings_are_found(heading: str, locator: str) -> None:
    reading = read_txt("a/rules.txt", f"Intro.\n\n{heading}\n\nText below.\n".encode())
    last = reading.sections[-1]
    assert last.locator == locator
    assert last.headings[-1] == heading.split("\n", maxsplit=1)[0]
    assert [b.text for b in last.blocks] == ["Text below."]


def test_lists_are_items_and_not_headings() -> None:
    reading = read_txt("a.txt", b"RULES\n\n1. First\n\n2. Second\n\nAlso:\n- one\n* two\n")
    assert texts(reading) == ["1. First", "2. Second", "Also:", "- one", "- two"]


def test_short_lines_stay_lines() -> None:
    assert texts(read_txt("a.txt", b"Gateways: 36 months\nSensors: 24 months\n")) == [
        "Gateways: 36 months\nSensors: 24 months"
    ]


def test_each_block_knows_its_line() -> None:
    reading = read_txt("a.txt", b"RULES\n\nOne.\n\nTwo.\n")
    assert [b.locator for b in reading.sections[-1].blocks] == ["line 3", "line 5"]
