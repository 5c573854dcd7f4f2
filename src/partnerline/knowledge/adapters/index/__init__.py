"""The index: passages and prices in SQL, vectors in Chroma; written vectors first, so a crash leaves nothing half seen."""
