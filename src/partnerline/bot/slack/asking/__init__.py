"""The ways to ask, from what somebody writes to a question that is taken."""
