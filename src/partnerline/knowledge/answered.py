"""How a manager's kept answer is told from a file of the library, wherever a document is known by its path alone."""

FOLDER = "answered/"
"""Where kept answers stand. A file of the library has an ending by which it is read, and a kept answer has none."""


def path_of(answer_id: str) -> str:
    """The path of a kept answer among the documents."""
    return f"{FOLDER}{answer_id}"


def is_answered(path: str) -> bool:
    """Whether a document is a kept answer."""
    return path.startswith(FOLDER) and "." not in path and path.count("/") == 1


def id_of(path: str) -> str:
    """The kept answer that a path is of."""
    return path.removeprefix(FOLDER)
