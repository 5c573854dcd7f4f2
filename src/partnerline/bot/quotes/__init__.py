"""A quote to take along: a computed price as a document, with its receipt."""
