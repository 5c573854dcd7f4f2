"""partners.yaml is read again when it was changed, and only what can be read counts."""

from pathlib import Path

import pytest

from partnerline.ingest.library import PARTNERS_FILE
from partnerline.ingest.settled_directory import SettledDirectory
from partnerline.knowledge.errors import LibraryError

ONE = "partners:\n  - {id: acme, name: Acme, slack: {team_ids: [T0ACME]}}\n"
TWO = ONE + "  - {id: globex, name: Globex}\n"


def ids(directory: SettledDirectory) -> list[str]:
    return [partner.id for partner in directory().partners]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / PARTNERS_FILE
    path.write_text(ONE, encoding="utf-8")
    return path


def test_a_change_counts_once_it_stands_still(file: Path) -> None:
    directory = SettledDirectory(file.parent, seconds=0)
    assert ids(directory) == ["acme"]
    file.write_text(TWO, encoding="utf-8")
    assert [ids(directory) for _ in range(3)] == [["acme"], ["acme", "globex"], ["acme", "globex"]]


def test_between_two_looks_the_file_is_not_asked(file: Path) -> None:
    directory = SettledDirectory(file.parent, seconds=3600)
    directory()
    file.write_text(TWO, encoding="utf-8")
    assert [ids(directory) for _ in range(3)] == [["acme"]] * 3


def test_a_broken_edit_leaves_the_partners_as_they_were_and_says_so_once(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    directory = SettledDirectory(file.parent, seconds=0)
    directory()
    file.write_text("partners: [", encoding="utf-8")
    assert [ids(directory) for _ in range(4)] == [["acme"]] * 4
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        "The partners stay as they were"
    ]
    file.write_text(TWO, encoding="utf-8")
    assert [ids(directory) for _ in range(2)][-1] == ["acme", "globex"]


def test_a_file_that_is_gone_enrols_nobody_else(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    directory = SettledDirectory(file.parent, seconds=0)
    directory()
    file.unlink()
    assert [ids(directory) for _ in range(3)] == [["acme"]] * 3
    assert not directory().open
    assert "is gone" in caplog.text


def test_the_first_reading_has_to_succeed(file: Path) -> None:
    file.write_text("partners: [", encoding="utf-8")
    with pytest.raises(LibraryError):
        SettledDirectory(file.parent)()


def test_without_the_file_everybody_is_enrolled_until_there_is_one(tmp_path: Path) -> None:
    directory = SettledDirectory(tmp_path, seconds=0)
    assert directory().open
    (tmp_path / PARTNERS_FILE).write_text(ONE, encoding="utf-8")
    assert [directory().open for _ in range(2)] == [True, False]
