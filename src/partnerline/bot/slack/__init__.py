"""Slack: who asks there, what they asked, what they read, and how it gets to them once."""
