"""Gathers what partners ask and nobody can answer, and notices when the library answers it."""
