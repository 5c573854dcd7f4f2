"""What there is before a question: a welcome, prompts and the Home tab."""
