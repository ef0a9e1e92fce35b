"""What a page says: its canonical content, the digest of it, and the files and shared texts it refers to."""
