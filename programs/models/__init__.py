"""Programmes, their editions and events, and case studies."""

from .case_study import (
    CaseStudyFigure,
    CaseStudyFile,
    CaseStudyIndexPage,
    CaseStudyLink,
    CaseStudyPage,
    CaseStudyPartner,
    CaseStudyPicture,
    CaseStudyStep,
    Method,
    NameConsent,
    TargetGroup,
)
from .edition import EditionPage
from .event import EventIndexPage, EventPage
from .participation import Participation
from .program import ProgramIndexPage, ProgramPage

__all__ = [
    "CaseStudyFigure",
    "CaseStudyFile",
    "CaseStudyIndexPage",
    "CaseStudyLink",
    "CaseStudyPage",
    "CaseStudyPartner",
    "CaseStudyPicture",
    "CaseStudyStep",
    "EditionPage",
    "EventIndexPage",
    "EventPage",
    "Method",
    "NameConsent",
    "Participation",
    "ProgramIndexPage",
    "ProgramPage",
    "TargetGroup",
]
