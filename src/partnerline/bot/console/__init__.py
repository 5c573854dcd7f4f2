"""The console for channel managers: what is open, one question with its evidence, and a page to try the bot on."""

from partnerline.bot.console.app import build_console

__all__ = ["build_console"]
