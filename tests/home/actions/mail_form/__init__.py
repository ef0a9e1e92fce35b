"""The mail form and everything people have tried with such forms."""
