"""A library that is changed again and again, and what each version of it says."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from partnerline.ingest.library import LIBRARY_FILE, PARTNERS_FILE
from partnerline.ingest.readers import FORMATS
from partnerline.ingest.sync import sync
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.ports import ModelIdentity, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price

Version = tuple[Document, tuple[Passage, ...], tuple[Price, ...], tuple[Promotion, ...]]

_TEXTS = {".md", ".txt", ".csv", ".html"}


class WorkingLibrary:
    """A copy of some files of a library, one of each format first, and random changes of it."""

    def __init__(self, source: Path, root: Path, chance: random.Random, *, files: int) -> None:
        self.root, self.changes = root, Counter[str]()
        self._source, self._chance, self._serial = source, chance, 0
        for name in (LIBRARY_FILE, PARTNERS_FILE):
            if (source / name).exists():
                self._copy(source / name, root / name)
        for path in self._spread(self._readable(source))[:files]:
            self._copy(source / path, root / path)
        self._rules = root / LIBRARY_FILE
        self._begun = self._rules.read_bytes() if self._rules.exists() else b""
        self._set_aside: dict[str, bytes] = {}

    def change(self) -> None:
        """Makes one change: of a file's words, of the files there are, of a file's soundness or of whom one is for."""
        self._serial += 1
        kinds = (self._rewrite, self._add, self._remove, self._corrupt, self._restore, self._hand)
        kind = self._chance.choices(kinds, weights=(4, 2, 2, 1, 2, 2))[0]
        if kind():
            self.changes[kind.__name__.lstrip("_")] += 1

    def _rewrite(self) -> bool:
        """Adds a sentence to a text; puts another file of the same format in the place of any other."""
        path = self._chance.choice(self._readable(self.root))
        target = self.root / path
        if target.suffix in _TEXTS:
            with target.open("a", encoding="utf-8") as text:
                text.write(
                    f"\nAddition {self._serial}: gateways and prices were looked at again.\n"
                )
        else:
            same = [p for p in self._readable(self._source) if p.endswith(target.suffix)]
            self._copy(self._source / self._chance.choice(same), target)
        return True

    def _add(self) -> bool:
        source = self._chance.choice(self._readable(self._source))
        target = Path(source).with_stem(f"{Path(source).stem}-{self._serial}")
        self._copy(self._source / source, self.root / target)
        return True

    def _remove(self) -> bool:
        paths = self._readable(self.root)
        if len(paths) < 4:
            return False
        (self.root / self._chance.choice(paths)).unlink()
        return True

    def _corrupt(self) -> bool:
        """Leaves a file of which nothing can be read, and remembers what it was."""
        path = self._chance.choice(self._readable(self.root))
        self._set_aside.setdefault(path, (self.root / path).read_bytes())
        (self.root / path).write_bytes(b"\x00\x01 not a document \xff" * 40)
        return True

    def _restore(self) -> bool:
        if not self._set_aside:
            return False
        path, whole = self._set_aside.popitem()
        (self.root / path).write_bytes(whole)
        return True

    def _hand(self) -> bool:
        """Says in library.yaml that a file is for other people, so its passages move to another audience."""
        rules: dict[str, Any] = yaml.safe_load(self._begun) or {}
        path = self._chance.choice(self._readable(self.root))
        people: dict[str, Any] = self._chance.choice(
            [{"public": True}, {"audience": {"regions": ["EMEA"]}}]
        )
        rules["documents"] = [{"match": path, **people}, *rules.get("documents", [])]
        self._rules.write_text(yaml.safe_dump(rules, sort_keys=False), encoding="utf-8")
        return True

    def _readable(self, root: Path) -> list[str]:
        files = (path for path in root.rglob("*") if path.suffix in FORMATS)
        return sorted(path.relative_to(root).as_posix() for path in files)

    @staticmethod
    def _spread(paths: Sequence[str]) -> list[str]:
        """The paths with every format's first before any format's second."""
        seen: Counter[str] = Counter()
        ranked = []
        for path in paths:
            suffix = Path(path).suffix
            ranked.append((seen[suffix], suffix, path))
            seen[suffix] += 1
        return [path for _, _, path in sorted(ranked)]

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


class Versions:
    """Every version a library has had, a document at a time, and which of them a reader may see.

    It reads the library through the same `sync` as the product, as an index that keeps what it is given.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._now: dict[str, Document] = {}
        self._whole: dict[tuple[str, str], Version] = {}
        self._allowed: dict[str, set[str | None]] = {}
        self.look()

    def look(self) -> None:
        """Reads what has changed: from now on, its old and its new version may both be seen."""
        before = set(self._now)
        sync(self._root, index=self, embedder=_Blank())
        for path, document in self._now.items():
            self._allowed.setdefault(path, {None}).add(document.digest)
        for path in before - self._now.keys():
            self._allowed[path].add(None)

    def settle(self) -> None:
        """A run has come to its end: only what is there now may be seen."""
        self._allowed = {path: {document.digest} for path, document in self._now.items()}

    def begin_anew(self) -> None:
        """The index is gone: any document may be missing."""
        for digests in self._allowed.values():
            digests.add(None)

    def may_be_seen(self, path: str, digest: str | None) -> bool:
        """Whether a reader may see the document in this version, `None` for not at all."""
        return digest in self._allowed.get(path, {None})

    def paths(self) -> set[str]:
        """Every path of which something may be seen."""
        return set(self._allowed)

    def whole(self, path: str, digest: str) -> Version | None:
        """The document as that version of the library has it."""
        return self._whole.get((path, digest))

    # The port `Index`, as far as `sync` uses it.

    def documents(self) -> dict[str, Document]:
        """What was read last."""
        return dict(self._now)

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        """Nothing that matters here."""
        return dict.fromkeys(self._now, (0, 0, 0))

    @contextmanager
    def writing(self) -> Iterator[frozenset[str]]:
        """Nothing is ever damaged here."""
        yield frozenset()

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,  # noqa: ARG002 - the port's signature
        words: Sequence[Words],  # noqa: ARG002 - the port's signature
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        """Keeps the version."""
        self._now[document.path] = document
        whole = (document, tuple(passages), tuple(prices), tuple(promotions))
        self._whole[document.path, document.digest] = whole

    def restamp(self, path: str, stamp: str) -> None:
        """Stamps don't matter here."""

    def remove(self, paths: Sequence[str]) -> None:
        """Forgets that the documents are there; their versions stay known."""
        for path in paths:
            del self._now[path]


class _Blank:
    """Gives no vectors: only what files say is of interest."""

    identity = ModelIdentity(name="blank", weights="", dimensions=1)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of nothing for each text."""
        return np.zeros((len(texts), 1), dtype=np.float32)

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The same, without words."""
        return self.embed(texts), [np.zeros((0, 1), dtype=np.int8)] * len(texts)

    def knows(self, word: str) -> bool:
        """No word is known whole."""
        return not word
