"""Brings the index to what the library's folder holds: what is new or changed is read, what is gone leaves."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from partnerline.ingest.library import LIBRARY_FILE, PARTNERS_FILE, Library, Rule
from partnerline.ingest.limits import MAX_FILE_BYTES
from partnerline.ingest.prices.named import Named
from partnerline.ingest.reader import READER, Read, read_document
from partnerline.ingest.readers import FORMATS
from partnerline.ingest.report import Line, Report, failed
from partnerline.ingest.settled import Rules, load_rules
from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.errors import LibraryError, UnreadableError
from partnerline.knowledge.model import Document
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Embedder, Index

logger = logging.getLogger(__name__)

TOGETHER = 256
"""Passages that are embedded at once, over files: small files then cost no more than large ones."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of the library that can be read, as the file system has it."""

    path: str
    stamp: str
    rule: Rule


def sync(
    root: Path,
    *,
    index: Index,
    embedder: Embedder,
    begin: Callable[[int], Progress] | None = None,
    rules: Rules | None = None,
) -> Report:
    """Reads the library into the index and says what became of each file; a bad file never stops the others.

    `begin` is given the number of files and gives back what is called with each path when it is done. `rules` are the
    library's as the caller has read them, else they are read here. Raises
    `LibraryError` where the folder or its YAML can't be read, `IndexUnusable` where another process writes the index.
    """
    if not root.is_dir():
        raise LibraryError(
            f"{root} is not a folder. Name the library's folder, or set PARTNERLINE_LIBRARY."
        )
    rules = rules or load_rules(root)
    files, skipped = _listed(root, rules.library)
    done = begin(len(files)) if begin else lambda _path: None
    with index.writing() as damaged:
        known = index.documents()
        work = _Work(
            root=root,
            index=index,
            embedder=embedder,
            named=rules.named,
            known=known,
            sizes=index.sizes(),
            damaged=damaged,
        )
        lines = list(work.run(files, done))
        held = {line.path for line in lines if line.status != "failed"}
        gone = sorted(path for path in known.keys() - held if not is_answered(path))
        if gone:
            index.remove(gone)
    removed = [
        Line(path=path, status="removed")
        for path in gone
        if path not in {line.path for line in (*lines, *skipped)}
    ]
    return Report(
        lines=tuple(sorted([*lines, *skipped, *removed], key=lambda line: line.path)),
        idle_rules=tuple(
            rule.match for rule in rules.library.idle_rules(file.path for file in files)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """One reading of the library under way."""

    root: Path
    index: Index
    embedder: Embedder
    named: Named
    known: dict[str, Document]
    sizes: dict[str, tuple[int, int, int]]
    damaged: frozenset[str]

    def run(self, files: Sequence[_File], done: Progress) -> Iterator[Line]:
        """Reads what changed, and writes it in groups of passages that are embedded together."""
        waiting: list[Read] = []
        for file in files:
            outcome = self._read(file)
            if isinstance(outcome, Read):
                waiting.append(outcome)
                if sum(len(read.passages) for read in waiting) >= TOGETHER:
                    yield from self._write(waiting, done)
                    waiting = []
            else:
                done(file.path)
                yield outcome
        yield from self._write(waiting, done)

    def _read(self, file: _File) -> Line | Read:
        before = None if file.path in self.damaged else self.known.get(file.path)
        decided = _decided(file.rule, self.named)
        if before is not None and before.stamp == _stamp(file.stamp, decided):
            return self._unchanged(before)
        try:
            digest = _digest(self.root, file.path, decided)
            if before is not None and before.digest == digest:
                self.index.restamp(file.path, _stamp(file.stamp, decided))
                return self._unchanged(before)
            read = read_document(self.root, file.path, file.rule, self.named, digest=digest)
        except UnreadableError as error:
            logger.warning("%s can't be read: %s", error.path, error.problem)
            return failed(error)
        return replace(read, document=replace(read.document, stamp=_stamp(file.stamp, decided)))

    def _unchanged(self, document: Document) -> Line:
        passages, prices, promotions = self.sizes[document.path]
        return Line(
            path=document.path,
            status="unchanged",
            kind=document.kind,
            passages=passages,
            prices=prices,
            promotions=promotions,
        )

    def _write(self, reads: Sequence[Read], done: Progress) -> Iterator[Line]:
        texts = [passage.searchable for read in reads for passage in read.passages]
        vectors, words = self.embedder.embed_with_words(texts)
        start = 0
        for read in reads:
            end = start + len(read.passages)
            self.index.replace(
                read.document,
                read.passages,
                vectors[start:end],
                words[start:end],
                read.prices,
                read.promotions,
            )
            start = end
            done(read.document.path)
            yield Line(
                path=read.document.path,
                status="changed" if read.document.path in self.known else "new",
                kind=read.document.kind,
                passages=len(read.passages),
                prices=len(read.prices),
                promotions=len(read.promotions),
                refused=read.refused,
                notes=read.notes,
            )


def _listed(root: Path, library: Library) -> tuple[list[_File], list[Line]]:
    """The files that can be read, by path, and a line for each that can't; hidden files and locks are passed over."""
    files: list[_File] = []
    skipped: list[Line] = []
    for path, entry in sorted(_walk(root)):
        if path in {LIBRARY_FILE, PARTNERS_FILE} or PurePosixPath(path).name.startswith(
            (".", "~$")
        ):
            continue
        hindrance = _hindrance(root, path, entry)
        if hindrance:
            shown = path.encode(errors="replace").decode()
            skipped.append(Line(path=shown, status="skipped", problem=hindrance))
        else:
            files.append(_File(path=path, stamp=_stat(entry), rule=library.rule_for(path)))
    return files, skipped


def _hindrance(root: Path, path: str, entry: Path) -> str:
    """Why the entry isn't even tried, "" where it is."""
    if path != path.encode(errors="replace").decode():
        return "its name is not in UTF-8"
    if not Path(os.path.realpath(entry)).is_relative_to(os.path.realpath(root)):
        return "it is a link that leads out of the library"
    if entry.exists() and not entry.is_file():
        return "it is not a file"
    if PurePosixPath(path).suffix.lower() not in FORMATS:
        return f"its format isn't one of {' '.join(FORMATS)}"
    return ""


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Every entry of the folder that is no folder; a link to a folder is an entry too, and isn't followed.

    Raises `LibraryError` for a folder that can't be listed: taken for empty, its documents would leave the index.
    """

    def refuse(error: OSError) -> None:
        raise LibraryError(
            f"{error.filename} can't be listed. Give this user the right to read the folder, or take it away."
        ) from error

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*names, *links):
            entry = Path(folder) / name
            yield entry.relative_to(root).as_posix(), entry


def _stat(entry: Path) -> str:
    """What changes whenever the file does: a copy with its old time of change still gets a new inode time."""
    try:
        found = entry.stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"


def _decided(rule: Rule, named: Named) -> str:
    """All but the file itself that decides how it is read, the same in every process: a set's own order is not."""
    return repr((replace(rule, audience=Audience()), rule.audience.key, named.key, READER))


def _stamp(stat: str, decided: str) -> str:
    return f"{stat}-{hashlib.sha256(decided.encode()).hexdigest()[:12]}" if stat else ""


def _digest(root: Path, path: str, decided: str) -> str:
    """SHA-256 of the file and of what decides how it is read; a file too large to be read is not hashed either."""
    digest = hashlib.sha256(decided.encode())
    try:
        with (root / path).open("rb") as file:
            if os.fstat(file.fileno()).st_size <= MAX_FILE_BYTES:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    except OSError as error:
        raise UnreadableError(
            path, "it can't be opened", mend="Check that it is there and may be read"
        ) from error
    return digest.hexdigest()
