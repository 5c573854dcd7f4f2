"""What reaches Slack and comes from it: calls, posts, messages, presses, and how they are spelt."""
