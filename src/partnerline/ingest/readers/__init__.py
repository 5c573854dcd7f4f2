"""One reader for each format: from a file's bytes to what it says and where."""

from partnerline.ingest.readers.dispatch import FORMATS, read

__all__ = ["FORMATS", "read"]
