"""Scenes for the page with two panes: somebody does the first step, and one sentence says what to look at."""

from collections.abc import Callable
from dataclasses import dataclass

from partnerline.fake_slack.people import People

Pane = dict[str, str]
"""What a pane shows: ``as``, ``channel``, and perhaps ``thread`` or ``tab``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A scene by name; ``begin`` plays its first step and says what both panes show then.

    ``before`` is what they show until any scene was begun.
    """

    id: str
    title: str
    look: str
    begin: Callable[[People], tuple[Pane, Pane]]
    before: tuple[Pane, Pane]
