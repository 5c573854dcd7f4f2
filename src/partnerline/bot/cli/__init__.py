"""The command line: one command a module."""

from partnerline.bot.cli.main import main

__all__ = ["main"]
