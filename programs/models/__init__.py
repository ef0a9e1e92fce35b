"""Programmes and case studies: one file each."""

from .case_study import CaseStudyIndexPage, CaseStudyPage
from .program import ProgramIndexPage, ProgramPage

__all__ = ["CaseStudyIndexPage", "CaseStudyPage", "ProgramIndexPage", "ProgramPage"]
