"""How big a file may be: each bound lies far above any real price list or deck, and keeps one file from the machine."""

from partnerline.knowledge.errors import UnreadableError

MEBIBYTE = 1024 * 1024

MAX_FILE_BYTES = 50 * MEBIBYTE  # a file is held in memory whole, some of them twice
MAX_UNPACKED_BYTES = 400 * MEBIBYTE  # a workbook of 200,000 rows unpacks to about half of this
MAX_UNPACKED_RATIO = 200  # sheets of nearly equal rows reach 60, a zip bomb 1,000
RATIO_FREE_BYTES = (
    8 * MEBIBYTE
)  # below this the ratio harms nobody, and blank styled sheets reach it
MAX_MEMBERS = 10_000  # a deck of 2,000 slides has about this many parts
MAX_PAGES = 2_000  # slides and pages alike; longer files are books, not collateral
MAX_ROWS = 200_000  # each row becomes a passage of its own
MAX_CELLS = 2_000_000  # about 1 GB as objects
MAX_FORMATTED_ROWS = 20_000  # openpyxl reads about 10,000 rows a second and keeps all of them
MAX_FORMATTED_CELLS = 400_000  # the same bound for wide sheets, blank styled cells included
MAX_TEXT_CHARACTERS = 20_000_000  # the text of about 8,000 pages
MAX_SPAN = 1_000  # cells that one merged cell of a web page may claim, in either direction

SPLIT_MEND = "Split it into smaller files"


def check_count(path: str, count: int, most: int, things: str, *, place: str = "") -> None:
    """Refuses a file that has more of something than anyone would read; raises `UnreadableError`."""
    if count > most:
        raise UnreadableError(
            path, f"it has {count:,} {things}, more than {most:,}", place=place, mend=SPLIT_MEND
        )
