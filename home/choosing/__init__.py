"""Choosing several entries of a long list in the admin: found while typing, or named in full."""
