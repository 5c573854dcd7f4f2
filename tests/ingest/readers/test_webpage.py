import pytest
from tests.ingest.readers.documents import texts, whole

from partnerline.ingest.readers.webpage import read_html
from partnerline.ingest.reading import Reading


def reading_of(body: str, head: str = "") -> Reading:
    return read_html(
        "press/page.html", f"<html><head>{head}</head><body>{body}</body></html>".encode()
    )


def test_text_stands_under_its_headings() -> None:
    reading = reading_of(
        "Loose words<h1>Guide</h1><p>One <b>bold</b> <a href='x'>link</a>.</p><div><h2>Steps</h2>text<p>more</p></div>",
        "<title>Onboarding guide</title>",
    )
    assert reading.title == "Onboarding guide"
    assert [(s.locator, s.headings) for s in reading.sections] == [
        ("top", ("Onboarding guide",)),
        ("# Guide", ("Onboarding guide", "Guide")),
        ("## Steps", ("Onboarding guide", "Guide", "Steps")),
    ]
    assert texts(reading) == ["Loose words", "One bold link.", "text", "more"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>SECRET</script>",
        "<style>SECRET</style>",
        "<nav>SECRET</nav>",
        "<template>SECRET</template>",
        "<p hidden>SECRET</p>",
        "<div style='color: red; display : none'><p hidden>SECRET</p></div>",
        "<div style='visibility:hidden'>SECRET</div>",
        "<span aria-hidden='true'>SECRET</span>",
        "<!-- SECRET -->",
        "<p>a<!-- SECRET --></p>",
        "<![CDATA[SECRET]]>",
    ],
)
def test_what_a_page_hides_is_not_read(hidden: str) -> None:
    assert "SECRET" not in repr(reading_of(f"<p>Shown</p>{hidden}"))


def test_lists_keep_their_markers_and_nested_items_join_theirs() -> None:
    reading = reading_of(
        "<ul><li>One<ul><li>inner</li></ul></li><li><p>Two</p></li></ul><ol start='3'><li>Three</li><li>Four</li></ol>"
    )
    assert texts(reading) == ["- One\n  - inner", "- Two", "3. Three", "4. Four"]


def test_tables_are_rows_and_their_merged_cells_are_repeated() -> None:
    reading = reading_of(
        "<h2>Prices</h2><table><caption>List</caption><thead><tr><th>SKU</th><th colspan=2>Price</th></tr></thead>"
        "<tr><td rowspan=2>AX-200</td><td>EUR</td><td>1,180</td></tr><tr><td>CHF</td><td>1,215</td></tr></table>"
    )
    (table,) = reading.tables
    assert [[c.text for c in row] for row in table.rows] == [
        ["SKU", "Price", "Price"],
        ["AX-200", "EUR", "1,180"],
        ["AX-200", "CHF", "1,215"],
    ]
    assert (table.name, table.locator) == ("List", "## Prices")
    assert texts(reading) == [
        "List",
        "SKU: AX-200 · Price: EUR · Price: 1,180",
        "SKU: AX-200 · Price: CHF · Price: 1,215",
    ]


def test_a_table_without_headings_of_two_columns_is_properties() -> None:
    reading = reading_of(
        "<table><tr><td>Weight</td><td>620 g</td></tr><tr><td>Power</td><td>6 W</td></tr></table>"
    )
    assert texts(reading) == ["Weight: 620 g", "Power: 6 W"]


def test_a_table_that_only_lays_out_is_read_through() -> None:
    reading = reading_of(
        "<table><tr><td><h2>Left</h2><p>One</p></td></tr><tr><td><p>Two</p></td></tr></table>"
    )
    assert reading.tables == ()
    assert texts(reading) == ["One", "Two"]
    assert reading.sections[-1].locator == "## Left"


def test_a_span_beyond_all_reason_is_bounded() -> None:
    reading = reading_of(
        "<table><tr><th>A</th><th>B</th></tr><tr><td colspan='99999999'>x</td><td rowspan='-1'>y</td></tr></table>"
    )
    assert len(reading.tables[0].rows[0]) < 2_000


def test_definitions_and_preformatted_text_are_kept() -> None:
    reading = reading_of("<dl><dt>Seat</dt><dd>A named user</dd></dl><pre>a\n  b</pre>one<br>two")
    assert texts(reading) == ["Seat: A named user", "a\n  b", "one two"]


def test_the_declared_encoding_is_used() -> None:
    page = "<meta charset='iso-8859-2'><p>Příklad ž</p>".encode("iso-8859-2")
    assert whole(read_html("a.html", page)) == "Příklad ž"
