"""Looks, changes and corrections as JSON and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from partnerline.knowledge.adapters.index.rows import audience_from, audience_row
from partnerline.knowledge.adapters.record.codec import Stored, decode_answer, encode_answer
from partnerline.knowledge.changes import Change, Correction, DocumentChange, Seen


def encode_seen(seen: Mapping[str, Seen]) -> Stored:
    """What was there, by path."""
    return {
        path: {
            "title": one.title,
            "kind": one.kind,
            "digest": one.digest,
            "audience": audience_row(one.audience),
            "valid_from": one.valid_from.isoformat() if one.valid_from else None,
            "valid_until": one.valid_until.isoformat() if one.valid_until else None,
        }
        for path, one in seen.items()
    }


def decode_seen(stored: Mapping[str, Any]) -> dict[str, Seen]:
    """What was encoded."""
    return {
        path: Seen(
            title=one["title"],
            kind=one["kind"],
            digest=one["digest"],
            audience=audience_from(one["audience"]),
            valid_from=_day(one["valid_from"]),
            valid_until=_day(one["valid_until"]),
        )
        for path, one in stored.items()
    }


def encode_documents(change: Change) -> list[Stored]:
    """The documents of a change."""
    return [
        {
            "path": one.path,
            "title": one.title,
            "kind": one.kind,
            "how": one.how,
            "audience": audience_row(one.audience),
        }
        for one in change.documents
    ]


def decode_change(row: Mapping[Any, Any], corrections: tuple[Correction, ...]) -> Change:
    """A change from its row."""
    return Change(
        id=row["id"],
        found_at=row["found_at"],
        documents=tuple(
            DocumentChange(**{**one, "audience": audience_from(one["audience"])})
            for one in row["documents"]
        ),
        corrections=corrections,
        state=row["state"],
        decided_by=row["decided_by"] or "",
    )


def encode_correction(change_id: str, correction: Correction) -> Stored:
    """A correction as its row."""
    return {
        "change_id": change_id,
        "question_id": correction.question_id,
        "told": encode_answer(correction.told),
        "now": encode_answer(correction.now) if correction.now else None,
        "state": correction.state,
    }


def decode_correction(row: Mapping[Any, Any]) -> Correction:
    """A correction from its row."""
    return Correction(
        question_id=row["question_id"],
        told=decode_answer(row["told"]),
        now=decode_answer(row["now"]) if row["now"] else None,
        state=row["state"],
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
