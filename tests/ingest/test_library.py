import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from partnerline.ingest.library import EVERY_FILE, load_directory, load_library
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.patterns import matches
from partnerline.knowledge.pricing.offers import DealRule

PARTNERS = """
partners:
  - {id: acme, name: Acme, tier: gold, region: EMEA, currency: EUR, discount: 0.20,
     slack: {team_ids: [T0ACME], channels: [C0ACME]}, email_domains: ["@Acme.example"], manager: dana@vendor.example}
  - {id: globex, name: Globex}
managers:
  - {email: dana@vendor.example, slack_user: U0DANA, partners: [acme], topics: [pricing]}
"""


def folder(tmp_path: Path, library: str = "", partners: str | None = None) -> Path:
    (tmp_path / "library.yaml").write_text(library, encoding="utf-8")
    if partners is not None:
        (tmp_path / "partners.yaml").write_text(partners, encoding="utf-8")
    return tmp_path


def refusal(tmp_path: Path, library: str = "", partners: str | None = None) -> str:
    root = folder(tmp_path, library, partners)
    with pytest.raises(LibraryError) as caught:
        load_library(root)
    return str(caught.value)


def test_a_folder_without_files_has_no_rules_and_an_open_directory(tmp_path: Path) -> None:
    assert load_library(tmp_path).rules == ()
    assert load_directory(tmp_path).open
    assert load_library(tmp_path).rule_for("a.md") == EVERY_FILE
    assert EVERY_FILE.audience.key == "partners"


def test_an_empty_partners_file_leaves_only_strangers(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path, partners=""))
    assert not directory.open
    assert directory.partner("acme") is None


def test_rules_hold_what_was_written_and_the_first_match_wins(tmp_path: Path) -> None:
    library = load_library(
        folder(
            tmp_path,
            """
documents:
  - {match: "lists/acme.xlsx", kind: price_list, prices: net, audience: {partners: [acme], tiers: [gold]}, valid_from: 2026-01-01, valid_until: "2026-12-31"}
  - {match: "lists/**", kind: price_list}
  - {match: "press/**", public: true}
  - {match: "internal/**", audience: {partners: []}}
pricing:
  rounding: line
  registered_deal: {discount: {silver: 0.04, gold: 0.06}, price_lists: ["lists/*.xlsx"]}
""",
            PARTNERS,
        )
    )
    first = library.rule_for("lists/acme.xlsx")
    assert (first.kind, first.net, first.valid_from, first.valid_until) == (
        "price_list", True, date(2026, 1, 1), date(2026, 12, 31),
    )  # fmt: skip
    assert first.audience.key == "tiers=gold;partners=acme"
    assert not library.rule_for("lists/other.xlsx").net
    assert library.rule_for("press/2026/a.md").audience.public
    assert library.rule_for("internal/a.md").audience.partners == frozenset()
    assert library.pricing.rounding == "line"
    assert library.pricing.registered_deal == DealRule(
        discount={"silver": Decimal("0.04"), "gold": Decimal("0.06")},
        price_lists=("lists/*.xlsx",),
    )


def test_the_vendor_is_named_where_the_library_names_it(tmp_path: Path) -> None:
    assert (
        load_library(folder(tmp_path, "vendor: ' Tarnwick Systems '")).vendor == "Tarnwick Systems"
    )
    assert load_library(folder(tmp_path, "documents: []")).vendor == ""


def test_the_address_of_the_documents_is_given_where_the_library_gives_it(tmp_path: Path) -> None:
    links = "https://portal.example/library/{path}?view=1"
    assert load_library(folder(tmp_path, f"links: '{links}'")).links == links
    assert load_library(folder(tmp_path, "documents: []")).links == ""


def test_rules_that_no_file_has_are_named(tmp_path: Path) -> None:
    library = load_library(
        folder(tmp_path, 'documents: [{match: "a/**"}, {match: "a/b.md"}, {match: "c.md"}]')
    )
    assert [rule.match for rule in library.idle_rules(["a/b.md", "c.md"])] == ["a/b.md"]


def test_partners_and_managers_are_read_exactly(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path, partners=PARTNERS))
    acme = directory.partner("acme")
    assert acme is not None
    assert acme.discount == Decimal("0.2")
    assert acme.team_ids == {"T0ACME"}
    assert acme.channels == {"C0ACME"}
    assert acme.email_domains == {"acme.example"}
    manager = directory.manager_of(acme)
    assert manager is not None
    assert (manager.name, manager.topics) == ("Dana", {"pricing"})


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("price-lists/**", "price-lists/a.xlsx", True),
        ("price-lists/**", "price-lists/2026/h2/a.xlsx", True),
        ("price-lists/**", "other/price-lists/a.xlsx", False),
        ("price-lists/**", "price-lists", False),
        ("price-lists/hardware-*.xlsx", "price-lists/hardware-emea.xlsx", True),
        ("price-lists/hardware-*.xlsx", "price-lists/hardware/emea.xlsx", False),
        ("price-lists/*.xlsx", "price-lists/a/b.xlsx", False),
        ("**/x.md", "x.md", True),
        ("**/x.md", "a/b/x.md", True),
        ("**/x.md", "a/bx.md", False),
        ("a/**/z.md", "a/z.md", True),
        ("a/**/z.md", "a/b/c/z.md", True),
        ("*.md", "A.MD", False),
        ("Press/**", "press/a.md", False),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("**", "a/b.md", True),
        ("plan[12].md", "plan2.md", True),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(path, pattern) is expected


def test_a_decomposed_file_name_does_not_slip_past_its_rule() -> None:
    assert matches(unicodedata.normalize("NFD", "intern/übersicht.md"), "intern/ü*.md")


@pytest.mark.parametrize(
    ("library", "place", "mend"),
    [
        ("documents: [{match: a, audiance: {tiers: [gold]}}]", "documents[0].audiance", "Did you mean audience?"),
        ("documents: [{match: a, audience: {tier: [gold]}}]", "documents[0].audience.tier", "Did you mean tier"),
        ("documents: [{match: a}, {match: b, kind: pricelist}]", "documents[1].kind", "price_list"),
        ("documents: [{match: a, prices: nett}]", "documents[0].prices", "net"),
        ("documents: [{match: a, public: true, audience: {tiers: [gold]}}]", "documents[0]", "contradict"),
        ("documents: [{match: a, public: 'yes'}]", "documents[0].public", "boolean"),
        ("documents: [{match: a, valid_from: 2026-02-01, valid_until: 2026-01-01}]", "documents[0]", "before"),
        ("documents: [{match: a, valid_from: 1 July 2026}]", "documents[0].valid_from", "2026-07-01"),
        ("documents: [{match: a, valid_from: 01.07.2026}]", "documents[0].valid_from", "2026-07-01"),
        ("documents: [{match: a, valid_from: 20260701}]", "documents[0].valid_from", "2026-07-01"),
        ("documents: [{match: a, audience: {regions: [NO]}}]", "documents[0].audience.regions[0]", "quotes"),
        ("documents: [{match: a, audience: {tiers: gold}}]", "documents[0].audience.tiers", "valid"),
        ("documents: [{match: a, audience: }]", "documents[0]", "audience has no value"),
        ("documents: [{match: a, audience: {tiers: }}]", "documents[0].audience", "tiers has no value"),
        ("documents: [{match: lists/}]", "documents[0].match", "lists/**"),
        ("documents: [{match: ../a}]", "documents[0].match", "inside the library"),
        ("documents: [{match: '/a'}]", "documents[0].match", "inside the library"),
        ("documents: [{kind: faq}]", "documents[0].match", "required"),
        ("documents: [{match: a, audience: {partners: [acne]}}]", "documents[0].audience.partners", "'acne'"),
        ("pricing: {rounding: cent}", "pricing.rounding", "unit"),
        ("pricing: {registered_deal: {discount: {gold: 6}}}", "pricing.registered_deal.discount.gold", "0.20 is 20 percent"),
        ("vendor: 12", "vendor", "quotes"),
        ("vendor: ''", "vendor", "leave the key out"),
        ("vendor:", "the file", "vendor has no value"),
        ("links: https://portal.example/", "links", "https://portal.example/library/{path}"),
        ("links: 'https://portal.example/{path}/{page}'", "links", "is not an address"),
        ("links: 'https://portal.example/{path}/{path}'", "links", "is not an address"),
        ("links: 'javascript:alert({path})'", "links", "is not an address"),
        ("links: 'https://portal.example/a b/{path}'", "links", "is not an address"),
        ("links: 12", "links", "quotes"),
        ("document: []", "document", "Did you mean documents?"),
        ("- a", "the file", "keys and values"),
        ("documents: [{match: a\n  b: c", "line 2", "YAML"),
        ("documents: [{match: a, match: b}]", "line 1", "twice"),
    ],
)  # fmt: skip
def test_a_slip_in_the_rules_is_refused_with_its_place_and_mend(
    tmp_path: Path, library: str, place: str, mend: str
) -> None:
    message = refusal(tmp_path, library, PARTNERS)
    assert message.startswith("library.yaml")
    assert place in message
    assert mend in message


@pytest.mark.parametrize(
    ("partners", "place", "mend"),
    [
        ("partners: [{id: a, name: A}, {id: a, name: B}]", "partners: the id", "twice"),
        ("partners: [{id: a, name: A, discount: 20%}]", "partners[0].discount", "0.20 is 20 percent"),
        ("partners: [{id: a, name: A, discount: 20}]", "partners[0].discount", "0.20 is 20 percent"),
        ("partners: [{id: a, name: A, discount: -0.1}]", "partners[0].discount", "at least 0"),
        ("partners: [{id: a, name: A, discount: .nan}]", "partners[0].discount", "fraction"),
        ("partners: [{id: 12, name: A}]", "partners[0].id", "quotes"),
        ("partners: [{id: 'a;b', name: A}]", "partners[0].id", "without"),
        ("partners: [{id: a, name: A, currency: euro}]", "partners[0].currency", "EUR"),
        ("partners: [{id: a, name: A, email_domains: [acme]}]", "partners[0].email_domains", "acme.example"),
        ("partners: [{id: a, name: A, teir: gold}]", "partners[0].teir", "Did you mean tier?"),
        ("partners: [{id: a, name: A, manager: x@y.example}]", "partners[0].manager", "x@y.example"),
        ("partners: [{id: a, name: A, email_domains: [x.example]}, {id: b, name: B, email_domains: [X.example]}]", "email_domains", "twice"),
        ("partners: [{id: a, name: A, slack: {channels: [C1]}}, {id: b, name: B, slack: {channels: [C1]}}]", "slack.channels", "twice"),
        ("partners: []\nmanagers: [{email: d@v.example, partners: [zed]}]", "managers[0].partners", "'zed'"),
        ("managers: [{email: dana}]", "managers[0].email", "dana@vendor.example"),
    ],
)  # fmt: skip
def test_a_slip_among_the_partners_is_refused_with_its_place_and_mend(
    tmp_path: Path, partners: str, place: str, mend: str
) -> None:
    message = refusal(tmp_path, partners=partners)
    assert message.startswith("partners.yaml")
    assert place in message
    assert mend in message


def test_two_partners_may_share_a_slack_team(tmp_path: Path) -> None:
    partners = "partners: [{id: a, name: A, slack: {team_ids: [T1], channels: [C1]}}, {id: b, name: B, slack: {team_ids: [T1], channels: [C2]}}]"
    assert len(load_directory(folder(tmp_path, partners=partners)).partners) == 2


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "aliases" in refusal(tmp_path, "\n".join(lines))


def test_an_alias_that_holds_itself_is_refused(tmp_path: Path) -> None:
    assert "holds itself" in refusal(tmp_path, "documents: &a [*a]")


def test_an_alias_used_twice_is_fine(tmp_path: Path) -> None:
    text = "documents: [{match: a, audience: &x {tiers: [gold]}}, {match: b, audience: *x}]"
    assert load_library(folder(tmp_path, text)).rules[1].audience.key == "tiers=gold"


@pytest.mark.parametrize("text", ["[" * 5000, "x" * 1_000_001], ids=["deep", "large"])
def test_a_file_that_is_too_much_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).startswith("library.yaml")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_bytes("documents: [{match: ü}]".encode("latin-1"))
    with pytest.raises(LibraryError, match="Save it as UTF-8"):
        load_library(tmp_path)
