"""Save as PDF: tagged, archivable, made once per published version."""
