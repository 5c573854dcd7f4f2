"""Price lists as a person verifies them on a terminal: how one was read, and how two differ."""
