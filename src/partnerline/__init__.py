"""Partnerline answers channel partners' sales reps from the vendor's own library, or fetches a human."""
