"""Reads .html: what a person sees of a page, without its script, its navigation and what it hides."""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from partnerline.ingest.readers.encoding import decoded
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.readers.tables import row_blocks, text_table
from partnerline.ingest.readers.webtable import grid_of, header_rows, is_layout
from partnerline.ingest.reading import Reading, Table

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DROPPED = ["script", "style", "nav", "template", "noscript", "iframe", "svg", "button", "select"]
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    " h1 h2 h3 h4 h5 h6".split()
)


def read_html(path: str, data: bytes) -> Reading:
    """What a page says."""
    declared = _CHARSET.search(data[:4096])
    text, notes = decoded(path, data, declared=declared.group(1).decode() if declared else "")
    soup = BeautifulSoup(text, "lxml")
    given = soup.title.get_text() if soup.title else None
    _drop_hidden(soup)
    writer = _Writer()
    writer.write(soup.body or soup)
    title = title_from(path, given, writer.outline.first_heading)
    return Reading(
        title=title,
        sections=writer.outline.sections(title),
        tables=tuple(writer.tables),
        notes=notes,
    )


def _drop_hidden(soup: BeautifulSoup) -> None:
    for comment in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()
    for element in soup([*_DROPPED, "head"]):
        element.decompose()
    for element in soup.find_all(_is_hidden):
        if not element.decomposed:
            element.decompose()


def _is_hidden(element: Tag) -> bool:
    return (
        element.has_attr("hidden")
        or element.get("aria-hidden") == "true"
        or bool(_HIDING.search(str(element.get("style", ""))))
    )


class _Writer:
    """Walks a page: block elements become blocks, and loose words between them paragraphs."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.tables: list[Table] = []

    def write(self, element: Tag) -> None:
        loose: list[str] = []
        for child in element.children:
            if _is_inline(child):
                loose.append(_words(child))
            elif isinstance(child, Tag):
                self._flush(loose)
                self._block(child)
        self._flush(loose)

    def _flush(self, loose: list[str]) -> None:
        self.outline.paragraph(_joined(loose))
        loose.clear()

    def _block(self, element: Tag) -> None:
        match element.name:
            case name if name in _HEADINGS:
                self.outline.heading(int(name[1]), _joined([_words(element)]))
            case "ul" | "ol":
                self._list(element, 0)
            case "table":
                self._table(element)
            case "pre":
                self.outline.paragraph(element.get_text().strip("\n"))
            case "dl":
                self._definitions(element)
            case _:
                self.write(element)

    def _list(self, element: Tag, depth: int) -> None:
        number = _start(element)
        for item in element.find_all("li", recursive=False):
            marker = f"{number}." if element.name == "ol" else "-"
            number += 1
            inner = [child for child in item.children if _is_list(child)]
            words = [_words(child) for child in item.children if not _is_list(child)]
            self.outline.item(marker, _joined(words), depth)
            for child in inner:
                if isinstance(child, Tag):
                    self._list(child, depth + 1)

    def _definitions(self, element: Tag) -> None:
        term = ""
        for part in element.find_all(["dt", "dd"]):
            text = _joined([_words(part)])
            if part.name == "dt":
                self.outline.paragraph(term)
                term = text
            else:
                self.outline.paragraph(f"{term.rstrip(':')}: {text}" if term else text)
                term = ""
        self.outline.paragraph(term)

    def _table(self, element: Tag) -> None:
        if is_layout(element):
            for cell in element.find_all(["caption", "td", "th"]):
                if cell.find_parent("table") is element:
                    self.write(cell)
            return
        caption = element.find("caption")
        name = _joined([_words(caption)]) if caption else ""
        self.outline.paragraph(name)
        grid = grid_of(element, lambda cell: _joined([_words(cell)]))
        self.outline.extend(row_blocks(grid, header_rows(element)))
        outline = self.outline
        self.tables.append(text_table(name or outline.heading_above, outline.locator, grid))


def _is_inline(node: PageElement) -> bool:
    if isinstance(node, Tag):
        return node.name not in _BLOCKS and not any(
            isinstance(inner, Tag) and inner.name in _BLOCKS for inner in node.descendants
        )
    return True


def _start(element: Tag) -> int:
    given = str(element.get("start", "1"))
    return int(given) if given.isdecimal() else 1


def _is_list(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in ("ul", "ol")


def _words(node: PageElement) -> str:
    """A node's text as it reads: block elements and line breaks inside it keep words apart."""
    if not isinstance(node, Tag):
        return str(node)
    if node.name == "br":
        return "\n"
    if node.name == "img":
        return str(node.get("alt", ""))
    inner = "".join(_words(child) for child in node.children)
    return f" {inner} " if node.name in _BLOCKS else inner


def _joined(words: Iterable[str]) -> str:
    return " ".join("".join(words).split())
