"""What is true, who may see it, what it costs and how sure we are."""
