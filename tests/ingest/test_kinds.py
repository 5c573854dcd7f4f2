from tests.ingest.prices.grids import document, table

from partnerline.ingest.kinds import has_promotions, kind_of
from partnerline.ingest.reading import Block, Reading, Section
from partnerline.knowledge.model import Kind


def text(*parts: tuple[str, str], title: str = "") -> Reading:
    """Sections of a heading and a paragraph each."""
    sections = tuple(
        Section(
            locator=f"## {heading}",
            headings=("Top", heading),
            blocks=(Block(kind="paragraph", text=words),),
        )
        for heading, words in parts
    )
    return Reading(title=title, sections=sections, tables=())


def kind(reading: Reading, prices: int = 0, path: str = "a.md") -> Kind:
    return kind_of(path, reading, prices, promotions_found=has_promotions(reading))


PRICES = table([("SKU", "Price EUR"), ("A-1", 5), ("B-1", 6)])


def test_tables_whose_rows_give_prices_are_a_price_list() -> None:
    assert kind(document(PRICES), prices=2) == "price_list"


def test_a_text_that_mentions_prices_in_one_table_is_none() -> None:
    reading = document(PRICES, paragraphs=["Words about the product, and what it is for. " * 20])
    assert kind(reading, prices=2) == "collateral"


def test_a_table_that_gave_few_prices_is_no_price_list() -> None:
    rows = [("Name", "Weight"), *[(f"A-{n}", n) for n in range(20)]]
    assert kind(document(table(rows)), prices=2) == "collateral"


def test_promotions_have_a_code_something_off_and_two_days() -> None:
    rows = [("Promotions",), ("Code", "Name", "Percent off", "First day", "Last day"), ("X26", "Spring", "8%", "2026-03-01", "2026-05-31")]  # fmt: skip
    assert kind(document(table(rows)), prices=1) == "promotions"
    assert not has_promotions(document(PRICES))


def test_headings_that_are_quoted_sentences_are_objections() -> None:
    reading = text(
        ("“You are too expensive.”", "What to say: compare over five years."),
        ('"We already have a vendor."', "What to say: keep both for a pilot."),
    )
    assert kind(reading) == "objections"
    named = text(("Too expensive", "Compare over five years."), title="Objection handling")
    assert kind(named) == "objections"


def test_headings_that_are_questions_are_an_faq() -> None:
    reading = text(("Where is data stored?", "In Utrecht."), ("Who may see it?", "The customer."))
    assert kind(reading) == "faq"
    assert kind(text(("Storage", "In Utrecht.")), path="docs/security-faq.md") == "faq"


def test_rebates_registrations_and_funds_are_a_program() -> None:
    assert kind(text(("Quarterly rebate", "Two percent."))) == "program"
    assert kind(text(("Rules", "Who may.")), path="deal-registration.md") == "program"


def test_everything_else_is_collateral() -> None:
    assert kind(text(("Overview", "A gateway."))) == "collateral"
    assert kind(Reading(title="", sections=(), tables=())) == "collateral"
