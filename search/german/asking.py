"""What people write around what they ask for: Wie bekomme ich einen Krippenplatz?"""

from collections.abc import Iterable

from .analysis import STOP_WORDS
from .folding import fold


def folded(words: str) -> frozenset[str]:
    """Words as they are compared."""
    return frozenset(map(fold, words.split()))


# By these a question is known as one that somebody puts into a sentence.
SIGNS = folded("wie wo was wer wem wen wann warum wieso weshalb woher wohin wofür wozu womit wieviel ich man")
AROUND = SIGNS | folded(
    """
    bekommen bekomme bekommt bekomm kriegen kriege kriegt brauchen brauche braucht brauch benötigen benötige benötigt
    finden finde findet geben gibt gebe machen mache macht mach tun tue tut möchte möchten mag mögen darf dürfen
    dürfte muss müsste gehe geht gehen funktioniert funktionieren wissen weiß passiert bedeutet heißt gilt gelten
    gehört lasse lassen lässt bitte eigentlich denn genau
    """
)


def without_the_asking(words: Iterable[str]) -> set[str]:
    """Those of the folded words of a question that say what it is about; all of them if no sentence is asked."""
    asked = set(words)
    return (asked - AROUND - STOP_WORDS or asked) if asked & SIGNS else asked
