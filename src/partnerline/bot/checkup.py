"""Looks at everything that can be wrong with an installation; each finding comes with its mend."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from partnerline.bot.bootstrap import database_url, opened_index, opened_record
from partnerline.bot.settings import Settings
from partnerline.ingest.library import LIBRARY_FILE, PARTNERS_FILE, load_directory, load_library
from partnerline.knowledge.adapters.embedding.prepared import folder_of, read_manifest
from partnerline.knowledge.adapters.generation.packages import (
    KEYLESS,
    is_installed,
    key_variable,
    package_of,
    provider_of,
)
from partnerline.knowledge.errors import PartnerlineError

State = Literal["ok", "hint", "wrong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at. A `hint` is something that may be meant as it is."""

    what: str
    state: State
    says: str
    mend: str = ""


def checkup(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order in which they are best mended; one that fails stops only what rests on it."""
    yield Finding(what="Python", state="ok", says=sys.version.split()[0])
    for look, title in _TITLES.items():
        try:
            yield from look(settings)
        except PartnerlineError as error:
            says, _, mend = str(error).partition(". ")
            yield Finding(what=title, state="wrong", says=says, mend=mend)


def _home(settings: Settings) -> Iterator[Finding]:
    home = settings.home
    if not home.exists():
        yield Finding(
            what="Home",
            state="hint",
            says=f"{home} isn't there yet",
            mend="`partnerline ingest` makes it.",
        )
        return
    yield Finding(what="Home", state="ok", says=str(home.resolve()))


def _library(settings: Settings) -> Iterator[Finding]:
    root = settings.library
    if not root.is_dir():
        yield Finding(
            what="Library",
            state="wrong",
            says=f"{root} is not a folder",
            mend="Put the documents there, or name their folder in PARTNERLINE_LIBRARY.",
        )
        return
    rules = len(load_library(root).rules)
    says = f"{root.resolve()}, {rules} rules" if rules else f"{root.resolve()}, no {LIBRARY_FILE}"
    mend = "" if rules else "Without rules every document is for every enrolled partner."
    yield Finding(what="Library", state="ok" if rules else "hint", says=says, mend=mend)


def _partners(settings: Settings) -> Iterator[Finding]:
    if not settings.library.is_dir():
        return
    directory = load_directory(settings.library)
    if directory.open:
        yield Finding(
            what="Partners",
            state="hint",
            says=f"no {PARTNERS_FILE}: whoever reaches the bot is enrolled",
            mend=f"Write {PARTNERS_FILE} to tell partners apart.",
        )
        return
    yield Finding(
        what="Partners",
        state="ok",
        says=f"{len(directory.partners)} partners, {len(directory.managers)} managers",
    )


def _model(settings: Settings) -> Iterator[Finding]:
    manifest = read_manifest(folder_of(settings.models, settings.embedding_model))
    if manifest is not None:
        yield Finding(
            what="Model", state="ok", says=f"{manifest.name}, served by {manifest.runtime}"
        )
        return
    able = find_spec("sentence_transformers") is not None
    yield Finding(
        what="Model",
        state="hint" if able else "wrong",
        says=f"{settings.embedding_model} is not prepared",
        mend="Run `partnerline prepare`."
        if able
        else "Run `pip install 'partnerline[models]'` and then `partnerline prepare`.",
    )


def _language_model(settings: Settings) -> Iterator[Finding]:
    """What answers are worded by. Nothing is sent to it: a question costs, and its provider keeps it."""
    what, model = "Language model", settings.model
    if model is None:
        says = "none: answers are quoted in the documents' own words"
        mend = 'Set PARTNERLINE_MODEL, such as "openai:gpt-5-mini", to have them worded.'
        yield Finding(what=what, state="hint", says=says, mend=mend)
        return
    provider = provider_of(model)
    if provider is None:
        says = f"PARTNERLINE_MODEL={model} doesn't name its provider"
        mend = 'Write it as "provider:name", such as "openai:gpt-5-mini".'
        yield Finding(what=what, state="wrong", says=says, mend=mend)
    elif not is_installed(provider):
        mend = f"Run `pip install 'partnerline[llm]' {package_of(provider)}`."
        says = f"{model} needs a package that isn't installed; answers are quoted until then"
        yield Finding(what=what, state="wrong", says=says, mend=mend)
    elif not _has_key(settings, provider):
        mend = f"Set PARTNERLINE_MODEL_API_KEY, or {key_variable(provider)}; any word for a server without keys."
        yield Finding(what=what, state="wrong", says=f"{model} has no key", mend=mend)
    else:
        where = f" at {settings.model_base_url}" if settings.model_base_url else ""
        says = f"{model}{where}, {settings.model_seconds:g} s at most; it was not asked anything"
        yield Finding(what=what, state="ok", says=says)


def _has_key(settings: Settings, provider: str) -> bool:
    """Whether there is a key, or the provider needs none."""
    given = settings.model_api_key is not None or key_variable(provider) in os.environ
    return given or provider in KEYLESS


def _index(settings: Settings) -> Iterator[Finding]:
    if not settings.home.exists() and database_url(settings) is None:
        yield Finding(
            what="Index",
            state="wrong",
            says="nothing was read yet",
            mend="Run `partnerline ingest`.",
        )
        return
    if read_manifest(folder_of(settings.models, settings.embedding_model)) is None:
        return
    with opened_index(settings) as opened:
        documents = opened.index.documents()
        sizes = opened.index.sizes()
    if not documents:
        yield Finding(
            what="Index", state="wrong", says="it is empty", mend="Run `partnerline ingest`."
        )
        return
    passages, prices = (sum(size[i] for size in sizes.values()) for i in (0, 1))
    where = settings.chroma_url or "embedded Chroma"
    yield Finding(
        what="Index",
        state="ok",
        says=f"{len(documents)} documents, {passages:,} passages, {prices:,} prices; vectors in {where}",
    )


def _record(settings: Settings) -> Iterator[Finding]:
    kind = "PostgreSQL" if database_url(settings) else "SQLite in the home"
    if not settings.home.exists() and database_url(settings) is None:
        return
    with opened_record(settings, load_directory(settings.library)) as record:
        waiting = len(record.escalations("open"))
    yield Finding(what="Record", state="ok", says=f"{kind}, {waiting} questions wait for a person")


def _console(settings: Settings) -> Iterator[Finding]:
    address = f"http://{settings.host}:{settings.port}"
    if settings.console_token is None:
        yield Finding(
            what="Console",
            state="hint",
            says=f"{address}, with a token that `partnerline serve` makes and prints",
            mend="Set PARTNERLINE_CONSOLE_TOKEN to keep one.",
        )
    elif len(settings.console_token.get_secret_value()) < SHORTEST_TOKEN:
        yield Finding(
            what="Console",
            state="wrong",
            says="PARTNERLINE_CONSOLE_TOKEN is short enough to be guessed",
            mend=f"Give it {SHORTEST_TOKEN} random characters or more.",
        )
    else:
        yield Finding(what="Console", state="ok", says=address)


SHORTEST_TOKEN = 16


def _slack(settings: Settings) -> Iterator[Finding]:
    if settings.slack_bot_token is None:
        yield Finding(
            what="Slack",
            state="hint",
            says="not connected",
            mend="The README connects it in five steps; the console works without.",
        )
        return
    ways = [
        name
        for name, secret in (
            ("HTTP", settings.slack_signing_secret),
            ("Socket Mode", settings.slack_app_token),
        )
        if secret is not None
    ]
    if not ways:
        yield Finding(
            what="Slack",
            state="wrong",
            says="a bot token is set, but Slack has no way in",
            mend="Set PARTNERLINE_SLACK_SIGNING_SECRET for HTTP or PARTNERLINE_SLACK_APP_TOKEN for Socket Mode.",
        )
    yield from _slack_answers(settings, " and ".join(ways))
    if settings.slack_managers_channel is None:
        yield Finding(
            what="Slack",
            state="hint",
            says="no channel for escalations",
            mend="Set PARTNERLINE_SLACK_MANAGERS_CHANNEL to the channel's id; until then they wait on the console.",
        )


def _workspaces(settings: Settings) -> Iterator[Finding]:
    """The workspaces beside the home, where a key for their tokens is set."""
    from partnerline.bot.sharing import opened_installations

    if settings.encryption_key is None:
        return
    with opened_installations(settings) as opened:
        found = opened.installations() if opened else ()
    ended = sum(one.ended_at is not None for one in found)
    unread = [one.team for one in found if one.ended_at is None and one.token is None]
    says = f"installed in {len(found) - ended} more workspaces, ended in {ended}"
    yield Finding(
        what="Slack",
        state="wrong" if unread else "ok",
        says=f"no key reads the tokens of {', '.join(unread)}" if unread else says,
        mend="Put the earlier key back into PARTNERLINE_ENCRYPTION_KEY, after a comma."
        if unread
        else "",
    )


def _slack_answers(settings: Settings, ways: str) -> Iterator[Finding]:
    from slack_sdk import WebClient
    from slack_sdk.errors import SlackApiError

    assert settings.slack_bot_token is not None  # noqa: S101 - the caller has looked
    client = WebClient(
        settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=10
    )
    try:
        team = client.auth_test()["team"]
    except SlackApiError as error:
        yield Finding(
            what="Slack",
            state="wrong",
            says=f"Slack refuses the bot token ({error.response['error']})",
            mend="Copy the Bot User OAuth Token of the app again into PARTNERLINE_SLACK_BOT_TOKEN.",
        )
    except OSError:
        yield Finding(
            what="Slack",
            state="wrong",
            says=f"Slack doesn't answer at {settings.slack_api_url}",
            mend="Check this machine's way out; what is asked meanwhile is kept.",
        )
    else:
        yield Finding(what="Slack", state="ok", says=f"connected to {team} by {ways or 'nothing'}")


_TITLES: dict[Callable[[Settings], Iterator[Finding]], str] = {
    _home: "Home",
    _library: "Library",
    _partners: "Partners",
    _model: "Model",
    _language_model: "Language model",
    _index: "Index",
    _record: "Record",
    _console: "Console",
    _slack: "Slack",
    _workspaces: "Slack",
}
