"""What people ask of people: a person, a decision, an errand; what is none of it; and how they feel about it."""
