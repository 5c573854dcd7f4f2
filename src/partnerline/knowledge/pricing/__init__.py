"""Prices as data, and the arithmetic on them: Decimal throughout, every line with its receipt."""
