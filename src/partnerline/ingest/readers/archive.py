"""Looks through an Office file's zip archive before any parser sees it: bombs, lies, passwords, DTDs."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from partnerline.ingest import limits
from partnerline.knowledge.errors import UnreadableError

_ENCRYPTED = 0x1  # general purpose bit 0 (PKWARE APPNOTE 4.4.4)
_LOCAL_HEADER = 30  # bytes of a local header before its name
_CHUNK = limits.MEBIBYTE
_DTD = re.compile(rb"<!DOCTYPE|<!ENTITY|<\0!\0D\0O\0C\0T\0Y\0P\0E|<\0!\0E\0N\0T\0I\0T\0Y")
_OVERLAP = 32  # longer than any of those, so that none hides between two chunks
_PARTS = (
    ".xml",
    ".rels",
    ".vml",
)  # pictures and printers' settings may be any XML, and are never parsed
_REPAIR = "Open it in its own program and save it again"


def check_archive(path: str, data: bytes, folder: str) -> None:
    """Refuses an archive that isn't what a parser may safely open; `folder` is where its format keeps its parts.

    Every member is really unpacked, chunk by chunk, so a header that understates its size is found out. Raises
    `UnreadableError`.
    """
    members = _members(path, data)
    if not any(member.filename.lstrip("/").startswith(folder) for member in members):
        raise UnreadableError(
            path,
            "it is a zip archive of another kind than its name says",
            mend="Give it the extension it really has",
        )
    _check_declared(path, data, members)
    for member in members:
        _check_member(path, data, member)


def _members(path: str, data: bytes) -> list[ZipInfo]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.infolist()
    except (BadZipFile, ValueError, OSError) as error:
        raise UnreadableError(path, "it is damaged: its end is missing", mend=_REPAIR) from error


def _check_declared(path: str, data: bytes, members: list[ZipInfo]) -> None:
    limits.check_count(path, len(members), limits.MAX_MEMBERS, "parts")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableError(
            path, "it is protected by a password", mend="Save it without the password"
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.MAX_UNPACKED_BYTES or _is_bomb(unpacked, len(data)):
        raise _bomb(path)
    if sum(member.compress_size for member in members) > len(data):
        raise UnreadableError(path, "its parts lie over one another", mend=_REPAIR)


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > max(limits.RATIO_FREE_BYTES, packed * limits.MAX_UNPACKED_RATIO)


def _bomb(path: str) -> UnreadableError:
    return UnreadableError(
        path,
        "it unpacks to far more than it should (a zip bomb, or a sheet with millions of blank cells)",
        mend="Delete the blank rows and columns and save it again; don't open it if you don't know it",
    )


def _check_member(path: str, data: bytes, member: ZipInfo) -> None:
    size, checksum, tail = 0, 0, b""
    for chunk in _unpacked(path, data, member):
        size += len(chunk)
        if size > member.file_size:
            raise UnreadableError(
                path,
                "a part of it is bigger than it says (it is damaged, or a zip bomb)",
                mend=_REPAIR,
                place=member.filename,
            )
        checksum = zlib.crc32(chunk, checksum)
        if member.filename.endswith(_PARTS) and _DTD.search(tail + chunk):
            # An Office file's parts never have a DTD (ECMA-376-2, 7.2.4); it is there to make entities explode.
            raise UnreadableError(
                path, "it holds a document type definition", mend=_REPAIR, place=member.filename
            )
        tail = chunk[-_OVERLAP:]
    if size != member.file_size or checksum != member.CRC:
        raise UnreadableError(path, "a part of it is damaged", mend=_REPAIR, place=member.filename)


def _unpacked(path: str, data: bytes, member: ZipInfo) -> Iterator[bytes]:
    # zipfile stops at the size that the header gives and would never see what lies behind it; other parsers go on.
    packed = _packed(data, member)
    if member.compress_type == ZIP_STORED:
        yield packed
        return
    if member.compress_type != ZIP_DEFLATED:
        raise UnreadableError(
            path, "it is compressed in an unusual way", mend=_REPAIR, place=member.filename
        )
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not inflater.eof:
            yield inflater.decompress(packed, _CHUNK)
            packed = inflater.unconsumed_tail
    except zlib.error as error:
        raise UnreadableError(
            path, "a part of it is damaged", mend=_REPAIR, place=member.filename
        ) from error


def _packed(data: bytes, member: ZipInfo) -> bytes:
    lengths = data[member.header_offset + 26 : member.header_offset + _LOCAL_HEADER]
    if len(lengths) < 4:
        return b""
    name, extra = struct.unpack("<HH", lengths)
    start = member.header_offset + _LOCAL_HEADER + name + extra
    return data[start : start + member.compress_size]
