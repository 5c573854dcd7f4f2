import random
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from reportlab.lib.pdfencrypt import StandardEncryption
from tests.ingest.readers.documents import (
    old_workbook,
    pdf,
    saved,
    texts,
    whole,
    with_part,
    words,
    workbook,
)

from partnerline.ingest import limits
from partnerline.ingest.readers import FORMATS, read
from partnerline.ingest.readers.encoding import decoded
from partnerline.knowledge.errors import UnreadableError

PRICES = (["SKU", "Price"], ["AX-200", 10.5])


def refusal(root: Path, name: str, data: bytes) -> UnreadableError:
    (root / name).write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read(root, name)
    assert caught.value.path == name
    assert caught.value.mend
    return caught.value


def good(extension: str) -> bytes:
    document = Document()
    document.add_paragraph("A fact.")
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "A fact."
    return {
        ".xlsx": saved(workbook(*PRICES)),
        ".xls": saved(old_workbook(*PRICES)),
        ".docx": saved(document),
        ".pptx": saved(deck),
        ".pdf": pdf(words((700, "A fact.", 11))),
        ".html": b"<p>A fact.</p>",
        ".htm": b"<p>A fact.</p>",
        ".csv": b"sku,price\nAX-200,10\n",
        ".md": b"A fact.",
        ".txt": b"A fact.",
    }[extension]


@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_is_read_whatever_the_case_of_its_extension(
    tmp_path: Path, extension: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / f"a{extension.upper()}").write_bytes(good(extension))
    assert texts(read(tmp_path, f"folder/a{extension.upper()}"))


@pytest.mark.parametrize("extension", FORMATS)
def test_an_empty_file_is_named(tmp_path: Path, extension: str) -> None:
    assert refusal(tmp_path, f"a{extension}", b"").problem == "it is empty"


@pytest.mark.parametrize("extension", FORMATS)
def test_random_bytes_are_refused(tmp_path: Path, extension: str) -> None:
    data = random.Random(7).randbytes(4_000)
    assert refusal(tmp_path, f"a{extension}", data).problem


@pytest.mark.parametrize("extension", [".xlsx", ".docx", ".pptx", ".pdf"])
def test_a_file_cut_in_the_middle_is_refused(tmp_path: Path, extension: str) -> None:
    data = good(extension)
    error = refusal(tmp_path, f"a{extension}", data[: len(data) // 2])
    assert "damaged" in error.problem


@pytest.mark.parametrize("extension", [".xlsx", ".docx", ".pptx"])
def test_a_part_with_a_flipped_byte_is_found(tmp_path: Path, extension: str) -> None:
    data = bytearray(good(extension))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        first = archive.infolist()[0]
    data[30 + len(first.filename) + first.compress_size // 2] ^= 0xFF
    error = refusal(tmp_path, f"a{extension}", bytes(data))
    assert "damaged" in error.problem


def test_an_unknown_format_is_named_with_the_known_ones(tmp_path: Path) -> None:
    error = refusal(tmp_path, "a.rtf", b"{\\rtf1}")
    assert ".rtf" in error.problem
    assert ".docx" in error.mend


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"a\.md: it can't be opened"):
        read(tmp_path, "a.md")


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(200 * limits.MEBIBYTE)
    with pytest.raises(UnreadableError, match="200 MB, more than 50 MB"):
        read(tmp_path, "a.pdf")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"sku;price\n1;2\n", "no such file inside"),
        ("a.xlsx", good(".pdf"), "a PDF"),
        ("a.pdf", good(".docx"), "a zip archive"),
        ("a.docx", good(".xlsx"), "of another kind"),
        ("a.csv", good(".xlsx"), "a zip archive or an Office file"),
        ("a.txt", good(".pdf"), "a PDF"),
        ("a.md", b"{\\rtf1 hello}", "an RTF document"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_a_name_that_contradicts_the_content_is_said(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert said in refusal(tmp_path, name, content).problem


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_a_password_on_an_office_file_is_told_from_an_old_format(tmp_path: Path) -> None:
    locked = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert "password" in refusal(tmp_path, "a.xlsx", locked).problem
    assert "old Office format" in refusal(tmp_path, "b.docx", OLE).problem


def test_a_password_on_a_pdf_is_said(tmp_path: Path) -> None:
    locked = pdf(words((700, "Secret", 11)), encrypt=StandardEncryption("user", "owner"))
    assert "password" in refusal(tmp_path, "a.pdf", locked).problem


def test_a_password_on_a_zip_member_is_said(tmp_path: Path) -> None:
    data = bytearray(good(".xlsx"))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refusal(tmp_path, "a.xlsx", bytes(data)).problem


def test_a_scanned_pdf_asks_for_ocr(tmp_path: Path) -> None:
    data = pdf(lambda canvas: canvas.rect(100, 100, 300, 300, fill=1))
    assert "OCR" in refusal(tmp_path, "a.pdf", data).mend


@pytest.mark.parametrize(
    ("name", "content"), [("a.html", b"<script>x()</script>"), ("a.md", b"<!-- later -->")]
)
def test_a_file_without_a_word_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    assert "no text" in refusal(tmp_path, name, content).problem


def bomb(declared: int | None = None, size: int = 20 * limits.MEBIBYTE) -> bytes:
    """A workbook with one part that unpacks to `size` bytes, whose headers say `declared`."""
    data = with_part(good(".xlsx"), "xl/media/big.xml", lambda _: b" " * size)
    if declared is None:
        return data
    real, said = struct.pack("<L", size), struct.pack("<L", declared)
    check = struct.pack("<L", zlib.crc32(b" " * size))
    return data.replace(real, said).replace(check, struct.pack("<L", zlib.crc32(b" " * declared)))


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    assert "unpacks to far more" in refusal(tmp_path, "a.xlsx", bomb()).problem


def test_a_zip_bomb_whose_header_lies_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    error = refusal(tmp_path, "a.xlsx", bomb(declared=100))
    assert "bigger than it says" in error.problem
    assert error.place == "xl/media/big.xml"


def test_parts_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", random.Random(1).randbytes(3_000))
        first = archive.getinfo("xl/workbook.xml")
        for copy in range(50):
            info = zipfile.ZipInfo(f"xl/{copy}.xml")
            for field in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
                setattr(info, field, getattr(first, field))
            archive.filelist.append(info)
    assert "over one another" in refusal(tmp_path, "a.xlsx", buffer.getvalue()).problem


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("extension", "part"),
    [
        (".xlsx", "xl/worksheets/sheet1.xml"),
        (".xlsx", "xl/workbook.xml"),
        (".docx", "word/document.xml"),
        (".pptx", "ppt/slides/slide1.xml"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_an_entity_bomb_is_refused(
    tmp_path: Path, extension: str, part: str, encoding: str
) -> None:
    declaration = LAUGHS.decode().encode(encoding)
    data = with_part(good(extension), part, lambda xml: xml[:60] + declaration + xml[60:])
    error = refusal(tmp_path, f"a{extension}", data)
    assert "document type definition" in error.problem
    assert error.place == part


def test_printer_settings_may_be_any_xml(tmp_path: Path) -> None:
    data = with_part(good(".xlsx"), "xl/printerSettings/printerSettings1.bin", lambda _: LAUGHS)
    (tmp_path / "a.xlsx").write_bytes(data)
    assert texts(read(tmp_path, "a.xlsx"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_in_all_its_encodings_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Prix : 1 234,50 € – grün".encode(encoding))
    assert whole(read(tmp_path, "a.txt")) == "Prix : 1 234,50 € – grün"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Gültig für Händler in Österreich – „netto“, 12 €"),
        ("cp1251", "Цена на шлюз действительна до конца года, скидка двадцать процентов"),
        ("cp932", "価格表は日本のパートナー向けです。有効期限は年末まで。"),
    ],
)
def test_an_older_encoding_is_guessed_and_noted(encoding: str, text: str) -> None:
    read_text, notes = decoded("a.txt", text.encode(encoding))
    assert read_text == text
    assert encoding in notes[0]


def test_bytes_of_no_encoding_and_binary_are_told_apart(tmp_path: Path) -> None:
    noise = bytes(random.Random(1).choices(range(1, 256), k=3_000))
    assert "encoding" in refusal(tmp_path, "a.txt", noise).problem
    assert "binary" in refusal(tmp_path, "b.txt", b"abc\0def").problem
    error = refusal(tmp_path, "c.txt", b"\xef\xbb\xbfabc\xff")
    assert error.place == "byte 6"


def test_nesting_beyond_all_reason_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path, "a.html", b"<div>" * 5_000 + b"deep")
    assert "nested too deeply" in error.problem
