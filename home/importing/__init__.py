"""What importers of files share: a file is taken as a whole or not at all, and every refusal names its line."""
