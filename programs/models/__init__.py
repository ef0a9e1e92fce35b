"""Programmes, their editions and events, and case studies: one file each."""

from .case_study import CaseStudyIndexPage, CaseStudyPage
from .edition import EditionPage
from .event import EventIndexPage, EventPage
from .participation import Participation
from .program import ProgramIndexPage, ProgramPage

__all__ = [
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "EditionPage",
    "EventIndexPage",
    "EventPage",
    "Participation",
    "ProgramIndexPage",
    "ProgramPage",
]
