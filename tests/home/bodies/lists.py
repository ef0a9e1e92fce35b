"""Short lists: a state, a county, and what lies in it."""

from tests.factories.official_list import county, municipality, region, state

FRAME = (state("08", "Baden-Württemberg"), region("082", "Reg.-Bez. Karlsruhe"), county("08215", "Karlsruhe"))
MALSCH = municipality("08215046", "Malsch", 14_900)
BRETTEN = municipality("08215007", "Bretten, Stadt", 29_900, mark="67")
SMALL = (*FRAME, MALSCH, BRETTEN)
