"""What a rep reads: the answer, its receipt and files, while it is made and afterwards."""
