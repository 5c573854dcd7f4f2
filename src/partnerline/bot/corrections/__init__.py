"""Tells whoever was told an old figure, and what has changed, once a manager has looked it over."""
