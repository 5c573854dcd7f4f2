"""The ports' real implementations: each translates to one vendor's package and decides nothing."""
