"""What becomes of a question that a person is to answer: who, by when, with what at hand."""
