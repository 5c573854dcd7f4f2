"""Who may see what is read only from files that stand still."""

from pathlib import Path

import pytest

from partnerline.ingest.library import LIBRARY_FILE, PARTNERS_FILE
from partnerline.ingest.settled import SettledRules, load_rules
from partnerline.knowledge.errors import LibraryError

RULES = 'documents:\n  - {match: "internal/**", audience: {partners: []}}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / LIBRARY_FILE).write_text(RULES, encoding="utf-8")
    return tmp_path


def test_rules_that_stand_still_are_read(root: Path) -> None:
    assert SettledRules(root).read() == load_rules(root)


def test_a_changed_rule_counts_once_it_has_stood_for_one_reading(root: Path) -> None:
    rules = SettledRules(root)
    (root / LIBRARY_FILE).write_text("documents: []\n", encoding="utf-8")

    assert rules.read() is None
    assert rules.read() == load_rules(root)


def test_a_file_that_is_new_counts_once_it_has_stood_for_one_reading(root: Path) -> None:
    rules = SettledRules(root)
    (root / PARTNERS_FILE).write_text("partners: [{id: a, name: A, tier: gold}]\n", "utf-8")

    assert rules.read() is None
    read = rules.read()
    assert read is not None
    assert read.named.tiers == {"gold"}


def test_a_file_that_is_gone_opens_nothing_and_counts_again_when_it_is_back(root: Path) -> None:
    rules = SettledRules(root)
    (root / LIBRARY_FILE).unlink()
    for _ in range(2):
        with pytest.raises(LibraryError, match=r"library\.yaml: .* gone"):
            rules.read()

    (root / LIBRARY_FILE).write_text(RULES, encoding="utf-8")
    assert rules.read() is None
    assert rules.read() == load_rules(root)


def test_a_file_that_is_half_written_when_it_is_read_is_read_again(root: Path) -> None:
    rules = SettledRules(root)
    (root / LIBRARY_FILE).write_text("documents: [", encoding="utf-8")
    assert rules.read() is None
    with pytest.raises(LibraryError):
        rules.read()

    (root / LIBRARY_FILE).write_text(RULES, encoding="utf-8")
    assert rules.read() is None
    assert rules.read() == load_rules(root)


def test_a_folder_without_rules_needs_none(tmp_path: Path) -> None:
    assert SettledRules(tmp_path).read() == load_rules(tmp_path)
