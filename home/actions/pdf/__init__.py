"""Save as PDF: tagged, archivable, made once per published version."""

from .action import SavePdf

__all__ = ["SavePdf"]
