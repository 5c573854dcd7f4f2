"""A home in which people have asked, for tests of what is made of their questions."""

from pathlib import Path

from tests.bot.test_cli import LIST, PARTNERS, run

FACTS = "# Facts\n\nThe battery lasts eight hours.\n"
ASKED = ("price for 3 AX-200", "hello", "get me a human please")


def library_at(folder: Path, *, price: str = "1.015,50") -> Path:
    """A small library; `price` is the list price of the AX-200."""
    folder.mkdir(parents=True)
    (folder / "prices.csv").write_text(LIST.replace("1.015,50", price), encoding="utf-8")
    (folder / "facts.md").write_text(FACTS, encoding="utf-8")
    (folder / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    (folder / "library.yaml").write_text(
        'documents:\n  - {match: "prices.csv", kind: price_list}\n', encoding="utf-8"
    )
    return folder


def asked_home(place: Path, library: Path, *questions: str) -> Path:
    """A home that has read the library, and in which acme asked these questions, the first one first."""
    home = place / "home"
    assert run("ingest", library, "--home", home).exit_code == 0
    for question in questions or ASKED:
        asked = run("ask", question, "--partner", "acme", "--home", home)
        assert asked.exit_code == 0, asked.output
    return home
