"""Where in the world a text speaks of, and whose sales region that is."""
