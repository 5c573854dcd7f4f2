"""Made-up vendors, questions about their prices, and a slow, plain reference that says what is true."""
