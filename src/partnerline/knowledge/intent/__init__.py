"""What somebody wants, told from their words alone: no model, and nothing guessed."""
