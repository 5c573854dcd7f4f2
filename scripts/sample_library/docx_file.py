"""Write blocks as a Word document."""

import io

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from scripts.sample_library.blocks import Block, parse
from scripts.sample_library.zipped import stable

_TABLE_STYLES = {"Normal Table", "Table Grid"}
_LIST_STYLES = {"bullets": "List Bullet", "numbers": "List Number"}


def docx(text: str) -> bytes:
    """Render `text` with the headings, lists and tables of Word's own styles."""
    document = Document()
    document.core_properties.author = "Tarnwick Systems"
    _slim(document)
    for block in parse(text):
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return stable(out.getvalue())


def _slim(document: DocumentObject) -> None:
    """Drop the template's 90 table styles and its second copy of all styles: 750 KB unread."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLE_STYLES:
            style.delete()
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            del document.part.rels[key]


def _add(document: DocumentObject, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(block.text, level=block.level - 1)
    elif block.kind == "paragraph":
        document.add_paragraph(block.text)
    elif block.kind == "break":
        document.add_page_break()
    elif block.kind == "table":
        _add_table(document, block)
    else:
        for row in block.rows:
            document.add_paragraph(row[0], style=_LIST_STYLES[block.kind])


def _add_table(document: DocumentObject, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph()
