from datetime import date

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying.dated import day_of, in_words


@pytest.mark.parametrize(
    ("path", "title", "expected"),
    [
        ("press/2026-10-06-news.md", "News", date(2026, 10, 6)),
        ("a.md", "Edition of September 2026", date(2026, 9, 1)),
        ("rebates-2026.docx", "Rebates", date(2026, 1, 1)),
        ("hardware-2026-h2.xlsx", "Hardware", date(2026, 7, 1)),
        ("2025/rules-Q3-2026.pdf", "Rules", date(2026, 7, 1)),
        ("2025/rules.pdf", "Rules", date(2025, 1, 1)),
        ("rules-2026-02-31.pdf", "Rules", date(2026, 2, 1)),
        ("ax-2000-series.pdf", "Series", date(2000, 1, 1)),
        ("gx-20267.pdf", "Series", None),
        ("rules.pdf", "Rules", None),
    ],
)
def test_a_title_or_path_bears_a_day(path: str, title: str, expected: date | None) -> None:
    assert day_of(hit("", path=path, title=title).document) == expected


def test_the_first_day_in_force_goes_before_any_name() -> None:
    document = hit("", path="rules-2024.md", valid_from=date(2026, 7, 1)).document
    assert day_of(document) == date(2026, 7, 1)
    assert in_words(document) == "in force from 2026-07-01"
