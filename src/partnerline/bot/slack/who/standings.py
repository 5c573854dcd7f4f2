"""Who asks a message, as plain data: for which partner, before which readers, in which words, and what is said of it."""

import asyncio
import re
from dataclasses import asdict, dataclass

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.message import Message, message_id
from partnerline.bot.slack.web.wording import literal
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.slack.who.identity import Asker, Room, Standing, standing
from partnerline.bot.work import Payload
from partnerline.knowledge.partners import Directory, Partner

_KEPT = "Others than your company read along here, so I've kept to what all of them may see."
KEPT_TO = f"_{_KEPT}_"
IN_COMPANY = f"_{_KEPT} For the rest, let me answer you privately._"
NOT_HERE = "I answer as a partner only where none but our own people read. Ask me that in a direct message."
NOT_VOUCHED = (
    "I can't tell that you are one of the vendor's own: only they can ask as a partner. "
    "Ask a channel manager, or ask me without “as”."
)
NO_SUCH = "I know no partner of that name. Write “as”, the partner's id or name, a colon, and the question."
FOR_STAFF = "_This is what every partner may see. To ask as one of them, begin with “as”, their id or name, and a colon._"
MET = "_I don't know your company yet. I've told the people who can let you in._"
UNMET = "_I don't know your company yet. Ask your contact at the vendor to let you in._"

_AS = re.compile(r"as\s+([^:\n]{1,80}?)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of who asks a question. `partner`, `readers` and `company` are partners' ids.

    `company` is whose rep asks where others read along. `text` is the question without the words that say as whom.
    `said` answers it instead of the library; `note` stands below the answer. `stranger` is one whom managers should meet, `alone` one of the vendor's own where nobody else reads.
    """

    text: str
    name: str = ""
    partner: str | None = None
    readers: tuple[str, ...] = ()
    company: str | None = None
    said: str = ""
    note: str = ""
    stranger: bool = False
    alone: bool = False

    def as_payload(self) -> Payload:
        """Plain data; `in_company` is whether a rep asks where others read along."""
        return asdict(self) | {"in_company": self.company is not None}


async def who_asks(parts: Parts, message: Message) -> Payload:
    """What is known of who asks, from Slack and the directory as they are now; raises as `SlackApi` does."""
    directory = await parts.roster.fresh()
    asker, room = await parts.people.asker(message), await parts.people.room(message)
    name = await parts.people.name(message.user, message.team)
    found = standing(directory, asker, room)
    if found.staff and not directory.open:
        return (await _of_staff(parts, message, directory, found, name)).as_payload()
    return _of_rep(parts, message, asker, found, name).as_payload()


def nobody_known(parts: Parts, message: Message) -> Payload:
    """What is known where Slack could not be asked at all: a stranger, whom nobody has to meet for that."""
    found = standing(parts.directory, Asker(), Room(channel="", known=False))
    known = Known(text=message.text, partner=found.partner.id if found.partner else None)
    return known.as_payload()


def readers_of(directory: Directory, known: Payload) -> tuple[Partner, ...]:
    """The partners who read along; nobody where one of them is no partner any more, which makes it a stranger's."""
    found = [directory.partner(partner_id) for partner_id in known["readers"]]
    return tuple(one for one in found if one) if all(found) else ()


async def standing_of(parts: Parts, message: Message) -> Standing:
    """The standing of whoever wrote a message, or pressed a button there; raises as `SlackApi` does."""
    directory = await parts.roster.fresh()
    asker, room = await parts.people.asker(message), await parts.people.room(message)
    return standing(directory, asker, room)


def _of_rep(parts: Parts, message: Message, asker: Asker, found: Standing, name: str) -> Known:
    readers = tuple(reader.id for reader in found.readers)
    if found.partner is not None:
        return Known(text=message.text, name=name, partner=found.partner.id)
    if found.company is not None:
        return Known(
            text=message.text,
            name=f"{name or 'Somebody'} of {found.company.name}, where others read along",
            readers=readers,
            company=found.company.id,
            note=IN_COMPANY,
        )
    subjects = [("person", asker.id), *(("workspace", team) for team in asker.teams)]
    decided = asker.gone or parts.roster.word_on(*subjects) is not None
    meets = parts.managers_channel is not None and not decided
    return Known(text=message.text, name=name, note=MET if meets else UNMET, stranger=meets)


async def _of_staff(
    parts: Parts, message: Message, directory: Directory, found: Standing, name: str
) -> Known:
    """The vendor's own people: as a partner where they say so, else what every partner may see, or all readers."""
    trusted = found.vouched or await actor(parts, message.user) is not None
    written = _AS.match(message.text)
    if trusted and written:
        return _as_somebody(directory, found, written, name)
    if written and called(directory, written[1]):
        return Known(text=message.text, name=name, said=NOT_VOUCHED)
    if trusted and found.alone and (partner := await _as_before(parts, message)):
        return _as(partner, message.text, name)
    everybody = directory.partners if found.alone else found.readers
    return Known(
        text=message.text,
        name=f"{name or 'Somebody'}, one of our own",
        readers=tuple(partner.id for partner in everybody),
        alone=found.alone,
        note=FOR_STAFF if trusted and found.alone and everybody else "",
    )


def _as_somebody(directory: Directory, found: Standing, written: re.Match[str], name: str) -> Known:
    whom, text = written[1], written[2]
    if not found.alone:
        return Known(text=text, name=name, said=NOT_HERE)
    partner = called(directory, whom)
    return _as(partner, text, name) if partner else Known(text=text, name=name, said=NO_SUCH)


def _as(partner: Partner, text: str, name: str) -> Known:
    return Known(
        text=text,
        name=f"{name or 'Somebody'}, one of our own as a partner",
        partner=partner.id,
        note=f"_Answered as {literal(partner.name)}._",
    )


def called(directory: Directory, whom: str) -> Partner | None:
    """The partner of this id or name, however it is written."""
    wanted = " ".join(whom.split()).casefold()
    by_id = [p for p in directory.partners if p.id.casefold() == wanted]
    found = by_id or [p for p in directory.partners if p.name.casefold() == wanted]
    return found[0] if len(found) == 1 else None


async def _as_before(parts: Parts, message: Message) -> Partner | None:
    """The partner as whom the same person began the thread, so that "and for 50?" goes on with it."""
    if message.thread_ts is None:
        return None
    first = await asyncio.to_thread(parts.record.question, message_id(message.thread))
    if first is None or first[1].asker != message.user or first[0].partner is None:
        return None
    return parts.directory.partner(first[0].partner.id)
