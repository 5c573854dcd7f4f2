"""What a file says and where in it, and how a folder of files becomes the index."""
