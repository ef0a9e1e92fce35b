"""The list's own marks for kinds of places, and its way to write counties and regions."""

import re

from .entry import Status

TEXT_MARKS = {
    "41": Status.CITY, "42": Status.CITY, "43": Status.COUNTY, "44": Status.COUNTY, "45": Status.COUNTY,
    "51": Status.ASSOCIATION, "52": Status.ASSOCIATION, "53": Status.ASSOCIATION, "54": Status.ASSOCIATION,
    "55": Status.ASSOCIATION, "56": Status.ASSOCIATION, "57": Status.ASSOCIATION, "58": Status.ASSOCIATION,
    "60": Status.MARKET, "61": Status.CITY, "62": Status.CITY, "63": Status.TOWN, "64": Status.MUNICIPALITY,
    "65": Status.UNINCORPORATED, "66": Status.UNINCORPORATED, "67": Status.TOWN,
}  # fmt: skip
# A municipality that belongs to no association has a row for one all the same.
NO_ASSOCIATION = "50"
WORDS = {
    "gemeinde": Status.MUNICIPALITY, "markt": Status.MARKET, "stadt": Status.TOWN, "große kreisstadt": Status.TOWN,
    "stadtkreis": Status.CITY, "kreisfreie stadt": Status.CITY, "kreis": Status.COUNTY, "landkreis": Status.COUNTY,
    "gemeindeverband": Status.ASSOCIATION, "verwaltungsgemeinschaft": Status.ASSOCIATION,
    "gemeindefreies gebiet": Status.UNINCORPORATED,
}  # fmt: skip
DISTRICT_MARK = "43"
SAYS_WHAT_IT_IS = re.compile("kreis|region|verband", re.IGNORECASE)
REGION = re.compile(r"^(?:Reg\.-Bez\.|Regierungsbezirk)\s+")


def county_in_words(name: str, mark: str) -> str:
    """`Böblingen` is the Landkreis Böblingen; the Enzkreis says so itself."""
    bare = name.partition(", ")[0]
    if SAYS_WHAT_IT_IS.search(bare):
        return bare
    return f"{'Kreis' if mark == DISTRICT_MARK else 'Landkreis'} {bare}"


def region_in_words(name: str) -> str:
    """The name of an administrative region; statistical and former ones are none."""
    return REGION.sub("", name) if REGION.match(name) else ""
