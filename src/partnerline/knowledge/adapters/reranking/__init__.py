"""Rerankers: a cross-encoder, where one is configured."""
