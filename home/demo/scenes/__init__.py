"""The scenes of the demo: abstract pictures without real people or places, each in as many variants as one likes."""

from PIL import Image

from home.demo.drawing import Canvas

from . import gathering, growing, talking, town, working

SCENES = {
    "round_table": (gathering.round_table, "Runder Tisch"),
    "hall": (gathering.hall, "Versammlung"),
    "workshop": (working.workshop, "Werkstatt"),
    "pinboard": (working.pinboard, "Pinnwand"),
    "steps": (working.steps, "Etappen"),
    "skyline": (town.skyline, "Ortsansicht"),
    "doors": (town.doors, "Haustüren"),
    "bridge": (town.bridge, "Brücke"),
    "bubbles": (talking.bubbles, "Gespräch"),
    "network": (talking.network, "Netzwerk"),
    "map": (talking.districts, "Karte"),
    "garden": (growing.garden, "Gemeinschaftsgarten"),
}
TITLES = {name: title for name, (_, title) in SCENES.items()}


def draw(name: str, seed: int) -> Image.Image:
    """The picture; the same name and number always give the same one."""
    canvas = Canvas(f"{name}/{seed}")
    SCENES[name][0](canvas)
    return canvas.finished()
