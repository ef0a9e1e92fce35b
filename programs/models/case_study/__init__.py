"""Municipal case studies: the page, its parts, and the lists its fields choose from."""

from .index_page import CaseStudyIndexPage
from .page import CaseStudyPage
from .people import NameConsent
from .rows import CaseStudyFigure, CaseStudyFile, CaseStudyLink, CaseStudyPartner, CaseStudyPicture, CaseStudyStep
from .vocabulary import Method, TargetGroup

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
    "TargetGroup",
]
