"""What a thread has come to before a message: the last question as it stands alone, and the products named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.intent.continuing import called, is_short_name, topic_of
from partnerline.knowledge.intent.known_names import KnownNames, Spoken
from partnerline.knowledge.intent.language import Language, language_of
from partnerline.knowledge.words import fold, words

_LISTED = re.compile(r"^\s*(?:[-*\u2022]|\d{1,2}[.)])\s+(?P<choice>\S.{0,80}?)\s*$", re.MULTILINE)
_ORDINALS = (
    r"first|1st|number one|erste[nrs]?|premi(?:er|ère)|primer[oa]?|prim[oa]",
    r"second|2nd|number two|zweite[nrs]?|deuxième|seconde?|segund[oa]|second[oa]",
    r"third|3rd|number three|dritte[nrs]?|troisième|tercer[oa]?|terz[oa]",
    r"fourth|4th|vierte[nrs]?|quatrième|cuart[oa]|quart[oa]",
    r"fifth|5th|fünfte[nrs]?|cinquième|quint[oa]",
)
_PICK = r"^\W*(?:the |das |die |der |den |le |la |el |il |l')?(?:{})(?: (?:one|option|product|choice))?(?:,? please|,? pls)?\W*$"
_PICKED = tuple(re.compile(_PICK.format(f"{ordinal}|{number}")) for number, ordinal in enumerate(_ORDINALS, 1))  # fmt: skip
_LAST = re.compile(_PICK.format(r"last|latter|letzte[nrs]?|derni(?:er|ère)|últim[oa]|ultim[oa]"))

_YES = re.compile(r"^\W*(?:yes|yep|yeah|yup|right|exactly|correct|ja|genau|oui|sí|si|sì|esatto|exacto)(?:,? (?:please|pls|that one|exactly|bitte))?\W*$")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """`asked` is the last question as it stands alone, `questions` all of them; `named` the products in their order.

    `choices` are those of a question back that wasn't answered yet; `answered` is the bot's last message, where given.
    """

    asked: str = ""
    questions: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    answered: str = ""

    def products(self, names: KnownNames) -> tuple[Spoken, ...]:
        """The products of the last question."""
        return names.spoken(self.asked)

    def subject(self, names: KnownNames, language: Language | None) -> str:
        """What "it" means: the last question's products, else its topic where that is short enough to name; else empty."""
        spoken = self.products(names)
        if spoken:
            named = dict.fromkeys(self.asked[one.start : one.end] for one in spoken)
            return " and ".join(called(name, language or language_of(self.asked)) for name in named)
        topic = topic_of(self.asked)
        return topic if is_short_name(topic) else ""

    def with_question(self, text: str, names: KnownNames, choices: Sequence[str] = ()) -> "SoFar":
        """The thread with one more question, as it stands alone."""
        spoken = [one.name for one in names.spoken(text)]
        kept = [name for name in self.named if name not in spoken]
        return replace(
            self,
            asked=text,
            questions=(*self.questions, text),
            named=(*kept, *dict.fromkeys(spoken)),
            choices=tuple(choices),
            answered="",
        )

    def with_answer(self, text: str) -> "SoFar":
        """The thread with the bot's message: the choices it lists, if it asks back."""
        listed = tuple(found["choice"] for found in _LISTED.finditer(text))
        asks = "?" in text.split("\n", maxsplit=1)[0]
        return replace(self, answered=text, choices=listed if asks and listed else self.choices)

    def picked(self, text: str) -> str:
        """The choice that the text picks of the last question back; empty where it picks none."""
        folded = fold(text)
        for place, pattern in enumerate(_PICKED[: len(self.choices)]):
            if pattern.match(folded):
                return self.choices[place]
        if len(self.choices) == 1 and _YES.match(folded):
            return self.choices[0]
        if self.choices and _LAST.match(folded):
            return self.choices[-1]
        return next((one for one in self.choices if words(one) == words(text)), "")
