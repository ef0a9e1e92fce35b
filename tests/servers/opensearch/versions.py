"""Which OpenSearch runs on which Java."""

import re
import subprocess
from dataclasses import dataclass

from ..server import NotHere, program


@dataclass(frozen=True)
class Version:
    """A line of OpenSearch, and the versions of Java that it runs on."""

    name: str
    runner: str
    oldest_java: int
    newest_java: int

    def java(self) -> str:
        """The program that runs it."""
        java = program("java")
        if not self.oldest_java <= (found := java_version(java)) <= self.newest_java:
            raise NotHere(f"it runs on Java {self.oldest_java} to {self.newest_java}, here is {found}")
        return java


OPENSEARCH_2 = Version("OpenSearch 2", "2.19.1.0", 11, 23)
OPENSEARCH_3 = Version("OpenSearch 3", "3.8.0.0", 21, 25)


def java_version(java: str) -> int:
    """The feature version of a Java."""
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0
