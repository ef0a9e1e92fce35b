"""Commands around organisations."""
