"""The library that identity cases ask, with a secret planted for each partner."""

from datetime import timedelta
from pathlib import Path

import yaml
from scripts.identity_world import (
    ASKED,
    LISTED,
    OWN,
    PARTNERS,
    Key,
    World,
)

from partnerline.bot.bootstrap import opened_index, today
from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.ingest.sync import sync
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports.kept import CHECKED_AFTER, KeptAnswer

LINES = {
    "doc": "The hotline code for the AX-200 is {}.",
    "kept": "The phrase of the escalation desk is {}.",
    "all": "The code of the rebate desk is {}.",
    "public": "The code of the press office is {}.",
}


def secrets_of(seed: int) -> dict[Key, str]:
    """What is planted: a word nobody would write by chance, or an amount."""
    keys = [*((p, kind) for p in PARTNERS for kind in OWN), ("", "all"), ("", "public")]
    found = {}
    for number, key in enumerate(keys):
        made = (number * 7919 + seed * 104_729 + 12_345) % 90_000 + 10_000
        found[key] = (
            f"{made // 1000},{made % 1000:03}.{number + 11:02}"
            if key[1] == "price"
            else f"ZQ{made}XV"
        )
    return found


def settled(world: World, home: Path, secrets: dict[Key, str]) -> Settings:
    """A library with its secrets, read into an index."""
    library = home / "library"
    for (partner, kind), secret in secrets.items():
        if kind == "kept":
            continue
        name = f"{kind}-{partner or 'common'}.{'csv' if kind == 'price' else 'md'}"
        text = (
            f"SKU,Description,List price,Currency\nAX-200,Controller,{secret.replace(',', '')},EUR\n"
            if kind == "price"
            else f"# {kind.capitalize()}\n\n{LINES[kind].format(secret)}\n"
        )
        (library / kind).mkdir(parents=True, exist_ok=True)
        (library / kind / name).write_text(text, encoding="utf-8")
    priced: dict[str, object] = {"kind": "price_list", "prices": "net"}
    rules: list[dict[str, object]] = []
    for p in PARTNERS:
        for kind, more in (("doc", {}), ("price", priced)):
            audience = {"partners": [p]}
            rules.append({"match": f"{kind}/{kind}-{p}.*", "audience": audience, **more})
    rules.append({"match": "public/**", "public": True})
    (library / "library.yaml").write_text(yaml.safe_dump({"documents": rules}))
    partners = [
        {
            "id": p,
            "name": f"{p[2:].capitalize()} Trading",
            "tier": "gold",
            "region": "EMEA",
            "currency": "EUR",
            "slack": {"team_ids": [LISTED[p]], "channels": world.listed[p]},
            "email_domains": [f"{p[2:]}.example"],
        }
        for p in PARTNERS
    ]
    manager = {"email": "dana@vendor.example", "slack_user": "U0DANA"}
    (library / "partners.yaml").write_text(
        yaml.safe_dump({"partners": partners, "managers": [manager]})
    )
    settings = Settings(_env_file=None, home=home, library=library)
    with opened_index(settings) as opened:
        sync(library, index=opened.index, embedder=opened.embedder)
    return settings


def keep(desk: Desk, secrets: dict[Key, str]) -> None:
    """Keeps one manager's answer for each partner, all to the same question."""
    assert desk.keeping is not None
    for (partner, kind), secret in secrets.items():
        if kind != "kept":
            continue
        desk.keeping.answers.keep(
            KeptAnswer(
                id=f"kept{PARTNERS.index(partner)}",
                question=ASKED["kept"],
                text=LINES["kept"].format(secret),
                audience=Audience(partners=frozenset({partner})),
                manager="Dana",
                answered_on=today() - timedelta(days=1),
                held_on=today() - timedelta(days=1),
                check_on=today() + CHECKED_AFTER,
                escalation_id="E-0",
            )
        )
    desk.keeping.bring()
