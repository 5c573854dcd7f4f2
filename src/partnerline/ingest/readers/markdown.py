"""Reads .md: CommonMark with tables."""

import re

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.token import Token

from partnerline.ingest.readers.encoding import decoded
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.readers.tables import row_blocks, text_table
from partnerline.ingest.reading import Reading, Table

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_md(path: str, data: bytes) -> Reading:
    """What a Markdown file says; its front matter gives at most the title."""
    text, notes = decoded(path, data)
    front = _FRONT_MATTER.match(text)
    given = _TITLE.search(front.group(1)) if front else None
    writer = _Writer()
    writer.write(_parser().parse(text[front.end() :] if front else text))
    title = title_from(path, given.group(2) if given else None, writer.outline.first_heading)
    return Reading(
        title=title,
        sections=writer.outline.sections(title),
        tables=tuple(writer.tables),
        notes=notes,
    )


def _parser() -> MarkdownIt:
    # The usual 20 would drop, without a word, what is nested deeper.
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


class _Writer:
    """Follows the parser's tokens and writes the outline."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.tables: list[Table] = []
        self._lists: list[int | None] = []  # of each open list, the next number; None for bullets
        self._marker = ""
        self._grid: list[list[str]] | None = None
        self._header_rows = 0
        self._heading = 0

    def write(self, tokens: list[Token]) -> None:
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._heading = int(token.tag[1:])
                case "inline":
                    self._inline(_text(token.children or []))
                case "fence" | "code_block":
                    self._words(token.content.rstrip())
                case "html_block":
                    self._words(_stripped(token.content))
                case _:
                    self._structure(token)

    def _structure(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._marker = self._next_marker()
            case "table_open":
                self._grid, self._header_rows = [], 0
            case "tr_open" if self._grid is not None:
                self._grid.append([])
            case "thead_close" if self._grid is not None:
                self._header_rows = len(self._grid)
            case "table_close" if self._grid is not None:
                self._table(self._grid)
                self._grid = None

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number}."

    def _inline(self, text: str) -> None:
        if self._heading:
            self.outline.heading(self._heading, text)
            self._heading = 0
        elif self._grid is not None:
            self._grid[-1].append(text)
        else:
            self._words(text)

    def _words(self, text: str) -> None:
        if not text.strip():
            return
        if not self._lists:
            self.outline.paragraph(text)
        elif self._marker:
            self.outline.item(self._marker, text, len(self._lists) - 1)
            self._marker = ""
        else:
            self.outline.more(text)  # a second paragraph of the same item

    def _table(self, grid: list[list[str]]) -> None:
        outline = self.outline
        named = self._header_rows if any(any(row) for row in grid[: self._header_rows]) else 0
        outline.extend(row_blocks(grid, named))
        self.tables.append(text_table(outline.heading_above, outline.locator, grid))


def _text(tokens: list[Token]) -> str:
    """The words of a line: a link's and a picture's words stay, their targets and all marks go."""
    parts = []
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                parts.append(token.content)
            case "image":
                parts.append(_text(token.children or []))
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline" if token.content.lower().startswith("<br"):
                parts.append(" ")
    return "".join(parts).strip()


def _stripped(html: str) -> str:
    soup = BeautifulSoup(_COMMENT.sub("", html), "lxml")
    for element in soup(["script", "style"]):
        element.decompose()
    return soup.get_text(" ", strip=True)
