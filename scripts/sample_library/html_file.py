"""Write blocks as a web page."""

from html import escape

from scripts.sample_library.blocks import Block, parse

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ font-family: sans-serif }} td, th {{ border: 1px solid #999 }}</style>
</head>
<body>
<nav><a href="/">Partner portal</a> <a href="/downloads">Downloads</a></nav>
<main>
{body}
</main>
<footer>Tarnwick Systems B.V., Utrecht</footer>
</body>
</html>
"""


def html(title: str, text: str) -> bytes:
    """Render `text` as one page with the portal's navigation around it."""
    body = "\n".join(_element(block) for block in parse(text))
    return _PAGE.format(title=escape(title), body=body).encode()


def _element(block: Block) -> str:
    if block.kind == "heading":
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if block.kind == "paragraph":
        return f"<p>{escape(block.text)}</p>"
    if block.kind == "table":
        return _table(block)
    if block.kind == "break":
        return "<hr>"
    tag = "ul" if block.kind == "bullets" else "ol"
    items = "\n".join(f"<li>{escape(row[0])}</li>" for row in block.rows)
    return f"<{tag}>\n{items}\n</{tag}>"


def _table(block: Block) -> str:
    head, *rows = block.rows
    lines = [_row("th", head), *(_row("td", row) for row in rows)]
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
