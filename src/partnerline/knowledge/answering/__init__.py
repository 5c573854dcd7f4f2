"""From a question to its answer: one straight line that every door enters by `Answerer.answer`."""
