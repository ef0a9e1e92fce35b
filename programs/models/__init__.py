"""Programmes and case studies."""

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
    "Method",
    "NameConsent",
    "ProgramIndexPage",
    "ProgramPage",
    "TargetGroup",
]
