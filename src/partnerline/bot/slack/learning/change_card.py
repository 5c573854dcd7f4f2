"""What managers read of a change in the library before anybody is told of it."""

from partnerline.bot.corrections.wording import correction_line, document_lines
from partnerline.bot.slack.web.blocks import button, context
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert
from partnerline.knowledge.changes import Change, Correction

SEND_ALL = "change_send_all"
SEND_CORRECTIONS = "change_send_corrections"
SEND_NOTHING = "change_send_nothing"
WORDS = 2_700
DOCUMENTS = 10
CORRECTIONS = 10


def change_text(change: Change) -> str:
    """The card in one line, for notifications."""
    return f"The library has changed: {_count(len(change.documents), 'document')}, {_concerned(change)}."


def change_blocks(
    change: Change, partners: dict[str, str], *, digest: bool, days: int
) -> tuple[Json, ...]:
    """The card as it stands now; `partners` are the names of those who asked, by question id."""
    documents = "\n".join(f"• {line}" for line in document_lines(change.documents, DOCUMENTS))
    blocks = [
        _section("*The library has changed*"),
        _section(fitted(documents or "…", WORDS, inert)),
        *_corrections(change, partners, days),
    ]
    if change.state == "waiting":
        return (*blocks, _actions(change, digest=digest), context(_what_happens(digest=digest)))
    return (*blocks, context(fitted(_decided(change), WORDS, inert)))


def _corrections(change: Change, partners: dict[str, str], days: int) -> list[Json]:
    if not change.corrections:
        return [context(f"No answer of the last {_count(days, 'day')} would be another one now.")]
    shown = change.corrections[:CORRECTIONS]
    lines = [
        f"• {correction_line(one, partners.get(one.question_id, 'a stranger'))}{_state(one)}"
        for one in shown
    ]
    more = len(change.corrections) - len(shown)
    lines += [f"• and {more} more"] if more else []
    head = f"*Answers of the last {_count(days, 'day')} that would be others now: {len(change.corrections)}*"
    return [_section(head), _section(fitted("\n".join(lines), WORDS, inert))]


def _actions(change: Change, *, digest: bool) -> Json:
    wishes = []
    if digest:
        label = "Send corrections and digest" if change.corrections else "Send the digest"
        wishes.append(button(label, SEND_ALL, change.id, primary=True))
    if change.corrections:
        wishes.append(
            button("Send corrections only", SEND_CORRECTIONS, change.id, primary=not digest)
        )
    wishes.append(button("Send nothing", SEND_NOTHING, change.id))
    return {"type": "actions", "elements": wishes}


def _what_happens(*, digest: bool) -> str:
    told = "A correction goes to the thread of whoever was told the old figure."
    more = " The digest goes to each partner's channel and names what that partner may see."
    return told + (more if digest else "")


def _decided(change: Change) -> str:
    if change.state == "sent":
        return f"Sent by {change.decided_by}."
    if change.state == "dismissed":
        return f"{change.decided_by} decided to send nothing."
    return "Nobody needs to be told."


def _state(correction: Correction) -> str:
    match correction.state:
        case "sent":
            return " (told)"
        case "unreachable":
            return " (could not be told)"
        case "overtaken":
            return " (not needed any more)"
        case "waiting":
            return ""


def _concerned(change: Change) -> str:
    return f"{_count(len(change.corrections), 'answer')} to correct"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
