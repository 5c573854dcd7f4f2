"""From a promotions table, as people make them, to typed promotions; what is unclear is refused and named."""
