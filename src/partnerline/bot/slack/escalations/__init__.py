"""What was handed over: its card, what managers do with it, and what the rep sees of that."""
