"""What the templates of the blocks need."""
