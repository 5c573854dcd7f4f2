"""Grids of texts become rows that read on their own."""

from partnerline.ingest.readers.tables import row_blocks


def test_part_numbers_at_the_head_of_a_data_sheet_name_its_columns() -> None:
    grid = [["Property", "OB-500", "OB-1000"], ["Weight", "500 g", "900 g"]]
    assert [block.text for block in row_blocks(grid)] == [
        "Property: Weight · OB-500: 500 g · OB-1000: 900 g"
    ]


def test_a_row_about_a_part_number_names_no_column() -> None:
    grid = [["OB-500", "640.00", "512.00"], ["OB-1000", "900.00", "720.00"]]
    assert [block.text for block in row_blocks(grid)] == [
        "OB-500 · 640.00 · 512.00",
        "OB-1000 · 900.00 · 720.00",
    ]
