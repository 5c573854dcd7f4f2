from tests.ingest.readers.documents import texts, whole

from partnerline.ingest.readers.markdown import read_md


def test_sections_have_heading_paths_and_places_with_their_level() -> None:
    reading = read_md(
        "a/faq.md", b"Intro.\n\n# FAQ\n\nFirst.\n\n### Deep *one*\n\nText.\n\n## Two\n\nMore.\n"
    )
    assert [(s.locator, s.headings) for s in reading.sections] == [
        ("top", ("FAQ",)),
        ("# FAQ", ("FAQ",)),
        ("### Deep one", ("FAQ", "Deep one")),
        ("## Two", ("FAQ", "Two")),
    ]


def test_front_matter_gives_the_title_and_nothing_else() -> None:
    reading = read_md("a.md", b'---\ntitle: "The rules"\nowner: SECRET\n---\n\n# Rules\n\nText.\n')
    assert reading.title == "The rules"
    assert "SECRET" not in repr(reading)
    assert reading.sections[0].headings == ("The rules", "Rules")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert whole(read_md("a.md", b"---\n\nText\n")) == "Text"


def test_nested_items_join_the_item_they_belong_to() -> None:
    reading = read_md(
        "a.md", b"- one\n  - inner\n\n    second paragraph\n  - other\n- two\n\n3. three\n4. four\n"
    )
    assert texts(reading) == [
        "- one\n  - inner\nsecond paragraph\n  - other",
        "- two",
        "3. three",
        "4. four",
    ]


def test_tables_are_rows_and_cells() -> None:
    reading = read_md(
        "a.md", b"## Plans\n\n| Plan | Price |\n| --- | --- |\n| Pro | **180** |\n| Basic | 96 |\n"
    )
    assert texts(reading) == ["Plan: Pro · Price: 180", "Plan: Basic · Price: 96"]
    assert [c.text for c in reading.tables[0].rows[0]] == ["Plan", "Price"]
    assert (reading.tables[0].name, reading.tables[0].rows[1][0].locator) == ("Plans", "## Plans")


def test_links_keep_their_words_and_lose_their_targets_and_html_its_marks() -> None:
    reading = read_md(
        "a.md",
        b"See [the list](http://x.example/secret) and ![a diagram](x.png) <b>now</b><br>here. <!-- SECRET -->\n\n<div><!-- SECRET -->A <i>note</i></div>\n\n<script>SECRET</script>\n",
    )
    assert texts(reading) == ["See the list and a diagram now here.", "A note"]


def test_code_is_kept_as_it_stands() -> None:
    assert texts(read_md("a.md", b"Run:\n\n```sh\nfoo --bar\n  baz\n```\n")) == [
        "Run:",
        "foo --bar\n  baz",
    ]


def test_a_wrapped_line_is_one_line_and_a_quote_is_a_paragraph() -> None:
    assert texts(read_md("a.md", b"one\ntwo\n\n> said\n")) == ["one two", "said"]


def test_a_file_of_headings_alone_says_its_headings() -> None:
    assert texts(read_md("a.md", b"# One\n\n## Two\n")) == ["One", "Two"]


def test_deep_nesting_is_still_read() -> None:
    assert texts(read_md("a.md", b">" * 40 + b" deep\n")) == ["deep"]
