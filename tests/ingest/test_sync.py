"""The index follows the library's folder."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fakes import FakeEmbedder, FakeIndex
from tests.ingest.syncing import house

from partnerline.ingest import reader
from partnerline.ingest.readers import read
from partnerline.ingest.report import Line, Report, rendered
from partnerline.ingest.sync import sync
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.partners import Audience

ROOT = Path(__file__).parents[2]
PRICES = "SKU;Description;List price EUR\nAX-200;Edge Gateway;{}\nAX-400;Plant Gateway;250,00\n"


class Folder:
    """A library, its index, and which files were opened to be read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.index, self.embedder = FakeIndex(), FakeEmbedder()
        self.opened: list[str] = []

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def sync(self) -> Report:
        self.opened.clear()
        return sync(self.root, index=self.index, embedder=self.embedder)

    def statuses(self) -> dict[str, str]:
        return {line.path: line.status for line in self.sync().lines}

    def texts(self) -> set[str]:
        return {p.text for kept in self.index.kept.values() for p in kept.passages}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    library = Folder(tmp_path / "library")
    library.root.mkdir()
    library.write("facts.md", "# Facts\n\nThe gateway keeps going for eight hours.\n")
    library.write("lists/prices.csv", PRICES.format("100,00"))

    def spied(root: Path, path: str) -> object:
        library.opened.append(path)
        return read(root, path)

    monkeypatch.setattr(reader, "read", spied)
    return library


def test_every_file_is_read_into_passages_and_prices(folder: Folder) -> None:
    report = folder.sync()
    assert {line.path: line.status for line in report.lines} == {
        "facts.md": "new",
        "lists/prices.csv": "new",
    }
    assert report.indexed == 2
    assert "The gateway keeps going for eight hours." in folder.texts()
    assert {p.amount for p in folder.index.kept["lists/prices.csv"].prices} == {100, 250}


def test_an_unchanged_file_is_not_opened_again(folder: Folder) -> None:
    first = folder.sync()
    embedded = folder.embedder.embedded
    second = folder.sync()
    assert folder.opened == []
    assert folder.embedder.embedded == embedded
    assert [line.status for line in second.lines] == ["unchanged"] * 2
    assert [(x.path, x.kind, x.passages, x.prices) for x in first.lines] == [
        (x.path, x.kind, x.passages, x.prices) for x in second.lines
    ]


def test_a_file_that_was_only_touched_is_not_read_again_and_then_not_even_hashed(
    folder: Folder,
) -> None:
    folder.sync()
    before = folder.index.documents()["facts.md"].stamp
    os.utime(folder.root / "facts.md", (1, 1))
    assert folder.statuses()["facts.md"] == "unchanged"
    assert folder.opened == []
    assert folder.index.documents()["facts.md"].stamp != before


def test_a_changed_file_is_read_again_and_nothing_else(folder: Folder) -> None:
    folder.sync()
    folder.write("facts.md", "# Facts\n\nNine hours now.\n")
    assert folder.statuses() == {"facts.md": "changed", "lists/prices.csv": "unchanged"}
    assert folder.opened == ["facts.md"]
    assert folder.texts() & {"Nine hours now.", "The gateway keeps going for eight hours."} == {
        "Nine hours now."
    }


def test_a_change_that_keeps_size_and_time_is_noticed(folder: Folder) -> None:
    folder.sync()
    file = folder.root / "lists/prices.csv"
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_text(PRICES.format("900,00"), encoding="utf-8")
    os.utime(file, ns=times)
    assert folder.statuses()["lists/prices.csv"] == "changed"


def test_a_file_that_is_gone_leaves_the_index(folder: Folder) -> None:
    folder.sync()
    (folder.root / "facts.md").unlink()
    assert folder.statuses() == {"facts.md": "removed", "lists/prices.csv": "unchanged"}
    assert set(folder.index.documents()) == {"lists/prices.csv"}
    assert folder.statuses() == {"lists/prices.csv": "unchanged"}


def test_a_file_that_moved_is_removed_there_and_new_here(folder: Folder) -> None:
    folder.sync()
    (folder.root / "facts.md").rename(folder.root / "more.md")
    assert folder.statuses() == {
        "facts.md": "removed",
        "more.md": "new",
        "lists/prices.csv": "unchanged",
    }


@pytest.mark.parametrize("content", [b"", b"   \n", b"%PDF-1.4 nothing of it", b"\xff\xfe\x00"])
def test_one_bad_file_is_named_with_its_mend_and_the_rest_goes_in(
    folder: Folder, content: bytes
) -> None:
    (folder.root / "bad.pdf").write_bytes(content)
    report = folder.sync()
    assert [line.path for line in report.failed] == ["bad.pdf"]
    assert report.indexed == 2
    shown = rendered(report)
    assert "bad.pdf" in shown
    assert "Traceback" not in shown


def test_a_file_that_was_good_and_is_bad_now_leaves_the_index_and_is_named(folder: Folder) -> None:
    folder.sync()
    (folder.root / "facts.md").write_bytes(b"")
    assert folder.statuses() == {"facts.md": "failed", "lists/prices.csv": "unchanged"}
    assert set(folder.index.documents()) == {"lists/prices.csv"}
    folder.write("facts.md", "# Facts\n\nGood again.\n")
    assert folder.statuses()["facts.md"] == "new"


def test_a_changed_rule_has_its_files_read_again_and_no_others(folder: Folder) -> None:
    folder.write("library.yaml", 'documents:\n  - match: "lists/**"\n    kind: price_list\n')
    folder.sync()
    folder.write(
        "library.yaml",
        'documents:\n  - match: "lists/**"\n    kind: price_list\n    audience: {tiers: [gold]}\n',
    )
    assert folder.statuses() == {"facts.md": "unchanged", "lists/prices.csv": "changed"}
    kept = folder.index.kept["lists/prices.csv"]
    assert kept.document.audience == Audience(tiers=frozenset({"gold"}))
    assert {price.list.audience for price in kept.prices} == {kept.document.audience}


def test_a_new_tier_has_the_lists_read_again_as_it_may_head_a_column(folder: Folder) -> None:
    folder.write("lists/prices.csv", "SKU;List price EUR;Gold\nAX-200;100,00;70,00\n")
    folder.write("partners.yaml", "partners:\n  - {id: a, name: A, tier: gold}\n")
    folder.sync()
    tiers = {price.tier for price in folder.index.kept["lists/prices.csv"].prices}
    assert tiers == {"", "gold"}
    folder.write("partners.yaml", "partners:\n  - {id: a, name: A, tier: silver}\n")
    assert folder.statuses()["lists/prices.csv"] == "changed"


def test_a_rule_that_matches_no_file_is_said(folder: Folder) -> None:
    folder.write("library.yaml", 'documents:\n  - match: "price-list/**"\n    public: true\n')
    report = folder.sync()
    assert report.idle_rules == ("price-list/**",)
    assert "price-list/**" in rendered(report)


def test_hidden_files_and_office_locks_are_passed_over(folder: Folder) -> None:
    for path in (".hidden.md", "~$prices.xlsx", ".git/config.md", "lists/.~lock.csv"):
        folder.write(path, "x")
    assert set(folder.statuses()) == {"facts.md", "lists/prices.csv"}


def test_what_cant_be_read_at_all_is_named_and_skipped(folder: Folder) -> None:
    folder.write("photo.jpg", "x")
    assert folder.statuses()["photo.jpg"] == "skipped"


def test_a_link_that_leads_out_of_the_library_is_never_read(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("the secret", encoding="utf-8")
    (folder.root / "link.md").symlink_to(secret)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "deep.md").write_text("the secret", encoding="utf-8")
    (folder.root / "away").symlink_to(outside)
    statuses = folder.statuses()
    assert statuses["link.md"] == "skipped"
    assert statuses["away"] == "skipped"
    assert "the secret" not in folder.texts()
    (folder.root / "inside.md").symlink_to(folder.root / "facts.md")
    assert folder.statuses()["inside.md"] == "new"


def test_a_document_that_became_a_link_out_leaves_the_index_with_one_line(
    folder: Folder, tmp_path: Path
) -> None:
    folder.sync()
    (folder.root / "facts.md").unlink()
    (tmp_path / "other.md").write_text("x", encoding="utf-8")
    (folder.root / "facts.md").symlink_to(tmp_path / "other.md")
    report = folder.sync()
    assert [line.status for line in report.lines if line.path == "facts.md"] == ["skipped"]
    assert "facts.md" not in folder.index.documents()


def test_names_that_no_database_takes_stop_nothing(folder: Folder) -> None:
    Path(os.fsdecode(bytes(folder.root) + b"/bad\xff.md")).write_text("x", encoding="utf-8")
    (folder.root / "broken.md").symlink_to(folder.root / "nowhere.md")
    os.mkfifo(folder.root / "pipe.md")
    report = folder.sync()
    assert report.indexed == 2
    assert len([line for line in report.lines if line.status in {"skipped", "failed"}]) == 3
    rendered(report).encode()


def test_what_a_crash_damaged_is_read_again_though_its_file_is_unchanged(folder: Folder) -> None:
    folder.sync()
    folder.index.lost = {"facts.md"}
    assert folder.statuses()["facts.md"] == "changed"
    assert folder.opened == ["facts.md"]


def test_progress_names_each_file_once(folder: Folder) -> None:
    folder.write("bad.md", "")
    done: list[str] = []
    totals: list[int] = []

    def begin(total: int) -> object:
        totals.append(total)
        return done.append

    sync(folder.root, index=folder.index, embedder=folder.embedder, begin=begin)  # type: ignore[arg-type]  # what a list's append is
    assert totals == [3]
    assert sorted(done) == ["bad.md", "facts.md", "lists/prices.csv"]


def test_an_empty_library_empties_the_index(folder: Folder) -> None:
    folder.sync()
    shutil.rmtree(folder.root)
    folder.root.mkdir()
    assert folder.sync().indexed == 0
    assert folder.index.documents() == {}


def test_a_library_that_isnt_there_empties_nothing(folder: Folder) -> None:
    folder.sync()
    shutil.rmtree(folder.root)
    with pytest.raises(LibraryError, match="not a folder"):
        folder.sync()
    assert len(folder.index.documents()) == 2


def test_yaml_that_cant_be_read_changes_nothing(folder: Folder) -> None:
    folder.sync()
    folder.write("library.yaml", "documents: [")
    with pytest.raises(LibraryError, match=r"library\.yaml"):
        folder.sync()
    assert len(folder.index.documents()) == 2


def test_many_documents_are_written_in_groups_and_all_of_them() -> None:
    line = Line(path="a", status="new", kind="faq", passages=3)
    assert rendered(Report(lines=(line,))).splitlines()[-1] == "1 documents in the index: 1 new."


# Steps of writing: before anything, in the vectors, in a transaction, between two documents, in the removal.
POINTS = [0, 8, *random.sample(range(10, 50), 2)]


@pytest.fixture(scope="module")
def untroubled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, object]]:
    """A library at its second version, a home that has read the first, and the state after reading the second."""
    place = tmp_path_factory.mktemp("killed")
    root, home = place / "library", place / "home"
    first = Folder(root)
    for i in range(4):
        first.write(f"doc-{i}.md", f"# Doc {i}\n\nFirst words of {i}.\n")
    first.write("prices.csv", PRICES.format("100,00"))
    with house(home) as opened:
        opened.sync(root)
    first.write("doc-0.md", "# Doc 0\n\nOther words.\n")
    first.write("prices.csv", PRICES.format("120,00"))
    first.write("new.md", "# New\n\nNew words.\n")
    first.write("library.yaml", 'documents:\n  - {match: "doc-1.md", public: true}\n')
    (root / "doc-3.md").unlink()
    calm = place / "calm"
    shutil.copytree(home, calm)
    with house(calm) as opened:
        opened.sync(root)
        return root, home, opened.state()


@pytest.mark.parametrize("calls", POINTS)
def test_killed_at_any_step_and_run_again_it_ends_as_if_it_had_never_been_killed(
    untroubled: tuple[Path, Path, dict[str, object]], tmp_path: Path, calls: int
) -> None:
    root, home, expected = untroubled
    shutil.copytree(home, tmp_path / "home")
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, "-m", "tests.ingest.syncing", str(root), str(tmp_path / "home")]
    ended = subprocess.run([*command, str(calls)], env=environment, cwd=tmp_path, check=False)
    assert ended.returncode == 9, "it was to be killed before it was done"
    with house(tmp_path / "home") as opened:
        opened.sync(root)
        assert opened.state() == expected
        assert {line.status for line in opened.sync(root).lines} == {"unchanged"}
