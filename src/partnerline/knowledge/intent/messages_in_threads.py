"""A message with the thread that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.continuing import called
from partnerline.knowledge.intent.known_names import KnownNames, Spoken
from partnerline.knowledge.intent.language import Language, language_of
from partnerline.knowledge.intent.openings import Opening
from partnerline.knowledge.intent.said_so_far import SoFar
from partnerline.knowledge.words import words

Put = str | tuple[str, ...] | None
"""The whole question; or the products of which one is meant; or nothing, where the message stands alone."""
Step = tuple[bool, Put]
"""Whether a way to read a message settles it, and what it makes of it."""
ALONE: Step = (True, None)
ON: Step = (False, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message with the thread that it stands in."""

    opening: Opening
    so_far: SoFar
    names: KnownNames
    headings: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The message without how it begins."""
        return self.opening.rest

    @property
    def ties(self) -> bool:
        """Whether it begins by tying itself to what was before."""
        return self.opening.joined or self.opening.asked_about or self.opening.corrected

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """The products that it names."""
        return self.names.spoken(self.text)

    @property
    def language(self) -> Language | None:
        """Its language, else the thread's."""
        return language_of(self.text) or language_of(self.so_far.asked)

    @property
    def about(self) -> str:
        """The earlier question that it goes on with."""
        back = words(self.opening.back_to)
        said = [one for one in reversed(self.so_far.questions) if back and set(back) & set(words(one))]  # fmt: skip
        return said[0] if said else self.so_far.asked

    @property
    def subject(self) -> str:
        """What "it" means here; empty where it has no short name."""
        if back := self.opening.back_to:
            spoken = self.names.spoken(back)
            return called(spoken[0].name, self.language) if spoken else back
        return self.so_far.subject(self.names, self.language)

    @property
    def product_before(self) -> bool:
        """Whether the thread is about a product."""
        if self.opening.back_to:
            return bool(self.names.spoken(self.opening.back_to))
        return bool(self.so_far.products(self.names))
