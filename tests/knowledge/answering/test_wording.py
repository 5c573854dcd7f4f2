from partnerline.knowledge.answering import wording
from partnerline.knowledge.model import Citation
from partnerline.knowledge.saying import Contradiction, Said

LINKS = "https://portal.example/library/{path}?from=chat"


def cited(source: str = "docs/a.md", locator: str = "# Weight", quote: str = "620 g") -> Citation:
    return Citation(source=source, locator=locator, quote=quote)


def test_what_is_said_ends_with_its_place() -> None:
    said = Said(text="**620 g**", lead="620 g", citations=(cited(),))
    assert wording.said(said) == "**620 g**\n\n— docs/a.md, # Weight"


def test_each_place_is_named_once_and_other_documents_after_it() -> None:
    said = Said(
        text="**620 g**",
        lead="620 g",
        citations=(
            cited(),
            cited(quote="and more"),
            cited("b.pdf", "p. 3"),
            cited(locator="# Size"),
        ),
    )
    assert wording.said(said).splitlines()[2:] == [
        "— docs/a.md, # Weight  ",
        "— docs/a.md, # Size  ",
        "Also in b.pdf, p. 3",
    ]


def test_of_many_places_the_first_are_named_and_the_others_counted() -> None:
    places = tuple(cited(locator=f"row {number}") for number in range(9))
    assert wording.said(Said(text="620 g", lead="620 g", citations=places)).splitlines()[2:] == [
        "— docs/a.md, row 0  ",
        "— docs/a.md, row 1  ",
        "— and 7 more places there",
    ]


def test_a_place_is_a_link_where_the_library_says_how_documents_are_reached() -> None:
    place = wording.place(cited("price lists/a [new] (1)|ü.md", "## A\n[b]"), LINKS)
    assert place == (
        "[price lists/a \\[new\\] (1)/ü.md, ## A \\[b\\]]"
        "(https://portal.example/library/price%20lists/a%20%5Bnew%5D%20%281%29%7C%C3%BC.md?from=chat)"
    )


def test_a_rule_is_quoted_with_its_place() -> None:
    assert wording.with_rule("I've asked.", cited(quote="One.\nTwo."), LINKS) == (
        "I've asked.\n\nWhat the rules say:\n\n> One.\n> Two.\n\n"
        "— [docs/a.md, # Weight](https://portal.example/library/docs/a.md?from=chat)"
    )


def test_both_accounts_are_shown_newest_first_with_their_days() -> None:
    found = Contradiction(
        accounts=(cited(quote="36 months"), cited("b.md", "top", "24 months")),
        days=("in force from 2026-07-01", ""),
    )
    text = wording.contradiction(found)
    assert text.startswith(wording.CONTRADICTION)
    assert text.endswith(
        "> 36 months\n\n— docs/a.md, # Weight (in force from 2026-07-01)\n\n> 24 months\n\n— b.md, top (undated)"
    )
