"""What a file's first bytes say it is, whatever its name says."""

from partnerline.knowledge.errors import UnreadableError

_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
)
_PDF_HEADER_WITHIN = (
    1024  # a PDF may have this much in front of its header (ISO 32000-1, implementation note 13)
)
_EXPECTED = {".pdf": "pdf", ".xls": "ole"}
_OFFICE = {".xlsx": "workbook", ".docx": "document", ".pptx": "presentation"}


def content_of(data: bytes) -> str:
    """What the bytes are: "zip", "ole", "pdf", the words for something else that is known, or "" for none of them."""
    for magic, content in _MAGIC:
        if data.startswith(magic):
            return content
    return "pdf" if b"%PDF-" in data[:_PDF_HEADER_WITHIN] else ""


def check_signature(path: str, extension: str, data: bytes) -> None:
    """Refuses a file whose content is of another format than its name; raises `UnreadableError`."""
    content = content_of(data)
    if content == "ole":
        _check_ole(path, extension, data)
        return
    expected = "zip" if extension in _OFFICE else _EXPECTED.get(extension, "")
    if content == expected or (
        expected == "" and content == "pdf" and not data.startswith(b"%PDF-")
    ):
        return
    names = {"zip": "a zip archive or an Office file", "pdf": "a PDF", "": "no such file inside"}
    raise UnreadableError(
        path,
        f"its name says {extension}, but it is {names.get(content, content)}",
        mend="Give it the extension it really has, or save it again in this format",
    )


def _check_ole(path: str, extension: str, data: bytes) -> None:
    """Refuses an old Office file that is locked, or none of a workbook under the name of one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(
            path, "it is protected by a password", mend="Save it without the password"
        )
    workbook = any(name.encode("utf-16-le") in data for name in ("Workbook", "Book"))
    if extension == ".xls" and workbook:
        return
    raise UnreadableError(
        path,
        "it is in an old Office format (.xls, .doc or .ppt) that its name doesn't say",
        mend="Name it .xls if it is a workbook, else open it in Office and save it as .xlsx, .docx or .pptx",
    )
