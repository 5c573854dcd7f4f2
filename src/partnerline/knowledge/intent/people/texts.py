"""What a rep reads where something is asked of people that no document answers."""

ERRAND = (
    "I can't do that myself: I answer questions from the vendor's documents and work out prices. "
    "I've asked a person to take care of it; the reply comes here."
)
OUTSIDE = (
    "That is outside what I do. I answer questions about products, prices, objections and programme rules from the "
    "vendor's own documents. Say “talk to someone” and I'll fetch a person."
)
FRUSTRATION = (
    "I'm sorry, that was no help. I've asked a person to take over from here, with what you asked; "
    "the reply comes here."
)
