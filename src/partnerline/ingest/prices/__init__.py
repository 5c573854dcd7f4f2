"""What a price list's tables say, exactly; what is unclear is reported by its cell and left out."""
