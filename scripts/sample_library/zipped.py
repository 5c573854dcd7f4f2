"""Rewrite an Office file so that the same content always gives the same bytes."""

import io
import re
import zipfile

_EPOCH = (2026, 7, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def stable(data: bytes) -> bytes:
    """Fix the time of every member and leave it uncompressed, as compressors differ."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=_EPOCH)
            member.create_system = 3
            new.writestr(member, _STAMP.sub(rb"\g<1>2026-07-01T00:00:00Z\g<3>", old.read(name)))
    return out.getvalue()
