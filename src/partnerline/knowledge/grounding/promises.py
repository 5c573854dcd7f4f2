"""Words that commit the vendor, or advise on law: a model may repeat them from a passage and never add them."""

import re

_KINDS = {
    "guarantee": r"guarant\w+|warrant(?:y|ies|s|ed)?\b|assur(?:e|ed|es|ance)\b|garanti\w*|garantier\w+|garantiz\w+|gewährleist\w+|zusicher\w+",
    "promise": r"promis(?:e|es|ed|ing)\b|commit(?:s|ted|ment|ments)?\b|pledg\w+|versprech\w+|verspricht|versprochen|zusag\w+|zugesagt|promett\w+|promet\w+|promess[ae]s?|compromet\w+|engageons|impegn\w+",
    "first person": r"(?:we|we['\u2019]ll|we['\u2019]re|i|i['\u2019]ll|i['\u2019]m|our|us|ours|my|wir|uns|unser\w*|ich|mein\w*|nous|notre|nos|je|j['\u2019]|nosotros|nuestr[oa]s?|yo|noi|nostr[oaie]|vi garantiamo)\b|\w+(?:remos|eremo|iremo|aremo)\b",
    "entitlement": r"(?:you['\u2019]ll|you (?:will|shall|get|receive|qualify|earn)|you(?:['\u2019]re| are) (?:entitled|eligible|guaranteed|covered)|entitled|sie (?:erhalten|bekommen|kriegen|werden)|haben (?:sie )?anspruch|anspruch auf|vous (?:recevrez|obtiendrez|aurez|bénéficie\w*|serez|avez droit)|recibirá\w*|obtendrá\w*|tendrá\w* derecho|derecho a|riceverà|riceverete|otterrà|otterrete|avrà diritto|diritto a)\b",
    "refund": r"refund\w*|money[- ]back|reimburs\w+|compensat\w+|(?:rück)?erstatt\w+|geld zurück|rembours\w+|indemnis\w+|reembols\w+|devol\w+ (?:del |el |su )?(?:dinero|importe)|rimbors\w+|risarc\w+",
    "free": r"(?<!feel )free\b(?!-)|free of charge|at no (?:extra |additional )?(?:cost|charge)|no charge|without charge|complimentary|on the house|kostenlos\w*|kostenfrei\w*|unentgeltlich\w*|gratis|umsonst|gratuit\w*|sin (?:cargo|coste|costo)|senza costi",
    "discount": r"discount\w*|\d\s*(?:%|percent) off\b|half price|special price|waiv(?:e|ed|es|er)\b|rabatt\w*|nachlass|sonderpreis\w*|remise\w*|ristourne|rabais|descuento\w*|rebaja\w*|scont[oi]\w*",
    "approval": r"approv\w+|authori[sz]e[ds]?\b|we accept|granted?\b|exceptions?\b|genehmig\w+|bewillig\w+|ausnahmen?\b|approuv\w+|accord(?:é|ée|ons)\b|exception\w*|aprob\w+|excepción\w*|approvat\w+|eccezion\w+",
    "law": r"legal\w*|lawful\w*|liab(?:le|ility)\b|lawsuits?|sue\b|breach\w*|indemnif\w+|statutory|rechtlich\w*|rechtsanspr\w+|haft(?:et|bar|ung)\w*|gesetzlich\w*|juridi\w+|légal\w*|responsabilité|jurídic\w+|legale\b|responsabilità|responsabilidad",
}  # fmt: skip
_PATTERNS = {name: re.compile(rf"(?<![^\W_])(?:{kind})") for name, kind in _KINDS.items()}


def commitments(text: str) -> dict[str, str]:
    """The kinds of commitment in a folded text, each with the words that make it one."""
    return {
        name: found.group()
        for name, pattern in _PATTERNS.items()
        if (found := pattern.search(text))
    }


def added(said: str, told: str, *, alike: bool) -> str | None:
    """The words of a commitment that is said and not told, both folded; where both are of one language (`alike`), in those words."""
    there = commitments(told)
    for kind, words in commitments(said).items():
        if kind not in there:
            return words
        worded_alike = kind != "entitlement" or words in told
        if alike and not worded_alike:
            return words
    return None
