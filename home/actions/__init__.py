"""What a reader can do with an article."""
