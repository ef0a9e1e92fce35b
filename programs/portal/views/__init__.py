"""The pages of *Mein Bereich*."""
