"""Kept answers and corrections, as managers look them over."""
