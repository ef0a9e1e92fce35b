"""What readers do with articles."""
