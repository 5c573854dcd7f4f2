"""Reads a small YAML file that people write by hand, and refuses what would be read differently than it looks."""

from pathlib import Path

import yaml

from partnerline.knowledge.errors import LibraryError

MAX_BYTES = 1_000_000
MAX_NODES = 100_000


def read_yaml(path: Path) -> object:
    """The file's contents as plain objects, `None` where it is empty.

    Raises `LibraryError` with file, line and mend for what is not YAML, is too large, grows by its aliases, or gives
    a key twice: of two audiences the second would silently win.
    """
    text = _text(path)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        _check(root, path.name)
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise LibraryError(f"{path.name}{_place(error)}: this is not YAML. Mend that line.") from (
            error
        )
    except RecursionError as error:
        raise LibraryError(f"{path.name}: it is nested too deeply. Write it flatter.") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LibraryError(f"{path.name}: it is larger than 1 MB. Write fewer, wider rules.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LibraryError(f"{path.name}: it is not UTF-8. Save it as UTF-8.") from error
    except OSError as error:
        raise LibraryError(f"{path.name}: it can't be opened. Check its permissions.") from error


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""


def _check(root: yaml.Node | None, name: str) -> None:
    """Refuses duplicate keys, cycles, and aliases that multiply."""
    if root is not None and _size(root, name, {}) > MAX_NODES:
        raise LibraryError(f"{name}: its aliases expand to too much. Write it without aliases.")


def _size(node: yaml.Node, name: str, known: dict[int, int]) -> int:
    """How many nodes there are with every alias written out; each node is counted once."""
    if id(node) in known:
        if known[id(node)] == 0:
            raise LibraryError(f"{name}, line {node.start_mark.line + 1}: an alias holds itself.")
        return known[id(node)]
    known[id(node)] = 0
    known[id(node)] = 1 + sum(_size(child, name, known) for child in _children(node, name))
    return known[id(node)]


def _children(node: yaml.Node, name: str) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen if isinstance(key, yaml.ScalarNode) else False:
                raise LibraryError(
                    f"{name}, line {key.start_mark.line + 1}: {key.value!r} is given twice. Keep one."
                )
            seen.add(str(key.value))
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
