"""A quote to take along as a file: its name, its media type, its bytes."""

from dataclasses import dataclass
from typing import assert_never

from partnerline.bot.quotes.paper import MEDIA_TYPES, Format, Paper, file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFile:
    """A file as it is handed out."""

    name: str
    media_type: str
    content: bytes


def file_of(paper: Paper, kind: Format) -> QuoteFile:
    """The paper as a file of that kind."""
    return QuoteFile(
        name=file_name(paper, kind), media_type=MEDIA_TYPES[kind], content=_content(paper, kind)
    )


def _content(paper: Paper, kind: Format) -> bytes:
    # Either takes a while to load, and most processes never make a file.
    match kind:
        case "pdf":
            from partnerline.bot.quotes.pdf import pdf_of

            return pdf_of(paper)
        case "xlsx":
            from partnerline.bot.quotes.xlsx import xlsx_of

            return xlsx_of(paper)
        case _:
            assert_never(kind)
