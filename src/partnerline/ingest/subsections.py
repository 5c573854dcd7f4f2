"""Keeps together what answers one thing: short sub-sections join the heading they stand under."""

import re
from collections.abc import Iterator, Sequence

from partnerline.ingest.reading import Block, Section

_LABEL = re.compile(r"[^\W\d_][^\n.!?:]{1,40}: ?\S")
_HEADING_PLACES = (
    "#",
    "line ",
)  # places that headings have; pages and cells are finer, and never joined
_LEAST_DEPTH = (
    2  # the document's title and one heading: under the title alone stands the whole document
)


def merged(sections: Sequence[Section], most: int) -> Iterator[tuple[Section, bool]]:
    """The sections, those one level below a heading joined to it where all of them fit in `most` characters.

    With each, whether it was joined.
    """
    at = 0
    while at < len(sections):
        end = _end_of_subtree(sections, at)
        children = sections[at + 1 : end]
        if _belong_together(sections[at], children, most):
            yield _joined(sections[at], children), True
            at = end
        else:
            yield sections[at], False
            at += 1


def has_labels(section: Section) -> bool:
    """Whether its paragraphs are the labelled parts of one answer, within what may stay together: "Proof: …"."""
    labelled = [b for b in section.blocks if b.kind == "paragraph" and _LABEL.match(b.text)]
    return len(labelled) >= 2


def _end_of_subtree(sections: Sequence[Section], at: int) -> int:
    path = sections[at].headings
    end = at + 1
    while end < len(sections) and _is_below(sections[end], path):
        end += 1
    return end


def _is_below(section: Section, path: tuple[str, ...]) -> bool:
    return len(section.headings) > len(path) and section.headings[: len(path)] == path


def _belong_together(parent: Section, children: Sequence[Section], most: int) -> bool:
    if not children or len(parent.headings) < _LEAST_DEPTH:
        return False
    depth = len(parent.headings) + 1
    return (
        all(len(child.headings) == depth and _same_place(parent, child) for child in children)
        # A sub-heading that is a question is an answer's own heading, and is found best alone.
        and not any(child.headings[-1].endswith("?") for child in children)
        and sum(map(_length, children)) + sum(len(text) + 2 for text in _texts(parent)) <= most
    )


def _same_place(parent: Section, child: Section) -> bool:
    return parent.locator == child.locator or all(
        section.locator.startswith(_HEADING_PLACES) for section in (parent, child)
    )


def _length(section: Section) -> int:
    return sum(len(b.text) + 2 for b in section.blocks) + len(section.headings[-1]) + 2


def _texts(section: Section) -> Iterator[str]:
    yield from section.headings
    yield from (block.text for block in section.blocks)


def _joined(parent: Section, children: Sequence[Section]) -> Section:
    blocks = [*parent.blocks]
    for child in children:
        blocks.extend(_labelled(child))
    return Section(locator=parent.locator, headings=parent.headings, blocks=tuple(blocks))


def _labelled(section: Section) -> Iterator[Block]:
    label = section.headings[-1].rstrip(": ")
    first = section.blocks[0] if section.blocks else None
    if first is not None and first.kind == "paragraph":
        yield Block(kind="paragraph", text=f"{label}: {first.text}")
        yield from section.blocks[1:]
    else:
        yield Block(kind="paragraph", text=f"{label}:")
        yield from section.blocks
