"""German sentences from word lists: common words in every text, rare ones (invented places) in a few."""

from random import Random

BEGINNINGS = (
    "Alten", "Birken", "Dachs", "Eichen", "Forellen", "Ginster", "Hasel", "Immen", "Kirsch", "Linden", "Mühl",
    "Nuss", "Otter", "Quell", "Raben", "Silber",
)  # fmt: skip
MIDDLES = (
    "au", "bach", "berg", "brunn", "burg", "feld", "furt", "grund", "hausen", "heim", "hof", "kirchen", "mühle",
    "ried", "stein", "tal", "wald", "weiler",
)  # fmt: skip
ENDINGS = (
    "am Anger",
    "am Hang",
    "an der Ill",
    "bei der Brücke",
    "im Grund",
    "im Winkel",
    "ob der Linde",
    "vor dem Wald",
)

OCCASIONS = (
    "Bürgerwerkstatt", "Nachbarschaftsgespräch", "Runder Tisch", "Stadtteilfest", "Sprachpatenschaft", "Jugendforum",
    "Ehrenamtstag", "Netzwerktreffen", "Begegnungscafé", "Zukunftskonferenz", "Quartiersrundgang", "Lesekreis",
    "Fahrradwerkstatt", "Generationengarten", "Erzählabend", "Planungszelle",
)  # fmt: skip
NEWS = (
    "findet großen Zuspruch", "geht in die zweite Runde", "bringt drei Generationen zusammen", "legt Ergebnisse vor",
    "sucht Freiwillige", "wird verstetigt", "zieht Bilanz", "startet mit neuen Ideen", "erhält Förderung",
    "verändert die Verwaltung", "öffnet seine Türen", "stellt Fragen an den Gemeinderat",
)  # fmt: skip
PEOPLE = (
    "Engagierte", "Vereine", "Kirchengemeinden", "Schulklassen", "Zugewanderte", "Verwaltung und Politik",
    "ältere Menschen", "Familien", "Auszubildende", "Nachbarinnen und Nachbarn", "Betriebe", "Initiativen",
)  # fmt: skip
THEMES = (
    "Wohnen", "Mobilität", "Sprache", "Bildung", "Kultur", "Begegnung", "Pflege", "Digitalisierung", "Klimaschutz",
    "Sport", "Gesundheit", "Inklusion", "Spielplätze", "Ausbildung", "Barrierefreiheit", "Zusammenhalt",
)  # fmt: skip
SENTENCES = (
    "{people} haben sich in {place} mit dem Thema {theme} beschäftigt.",
    "Aus den Gesprächen über {theme} sind {number} Vorschläge entstanden, die der Gemeinderat nun berät.",
    "Begleitet wurde der Abend von einem Team der Akademie, das auf eine offene Gesprächsführung achtete.",
    "Besonders {people} wünschen sich, dass {theme} künftig früher zur Sprache kommt.",
    "Die Verwaltung von {place} sagte zu, innerhalb von drei Monaten zu antworten.",
    "{number} Menschen trugen sich in die Liste der Freiwilligen ein.",
    "Ob daraus dauerhafte Strukturen werden, hängt auch von der Finanzierung ab.",
    "Das nächste Treffen ist bereits vereinbart; eingeladen sind ausdrücklich auch {people}.",
    "Im Mittelpunkt stand die Frage, wie {theme} und {second} zusammengedacht werden können.",
    "Wer nicht dabei sein konnte, findet die Ergebnisse im Rathaus und auf dieser Website.",
    "Eine Besonderheit in {place}: Die Moderation übernahmen {number} eigens geschulte Personen aus dem Ort.",
    "Am Ende waren sich alle einig, dass {theme} ohne {people} nicht gelingen kann.",
)
HEADINGS = ("Was besprochen wurde", "Wie es weitergeht", "Stimmen aus dem Ort", "Der Hintergrund", "Nächste Schritte")


def place(random: Random) -> str:
    """One of some two thousand invented places."""
    name = random.choice(BEGINNINGS) + random.choice(MIDDLES)
    return name if random.random() < 0.4 else f"{name} {random.choice(ENDINGS)}"  # noqa: PLR2004


def title(random: Random, where: str) -> str:
    """A headline."""
    return f"{random.choice(OCCASIONS)} in {where} {random.choice(NEWS)}"


def paragraph(random: Random, where: str, sentences: int) -> str:
    """Some sentences about this place."""
    chosen = random.sample(SENTENCES, sentences)
    return " ".join(sentence.format(**words(random, where)) for sentence in chosen)


def words(random: Random, where: str) -> dict[str, str | int]:
    """What fills the gaps of a sentence."""
    theme, second = random.sample(THEMES, 2)
    people = random.choice(PEOPLE)
    return {"place": where, "people": people, "theme": theme, "second": second, "number": random.randint(7, 240)}


def body(random: Random, where: str) -> list[dict[str, str]]:
    """The blocks of a body: paragraphs under headings."""
    parts = [f"<p>{paragraph(random, where, 4)}</p>"]
    for heading in random.sample(HEADINGS, 2):
        parts.append(f"<h2>{heading}</h2><p>{paragraph(random, where, 3)}</p><p>{paragraph(random, where, 3)}</p>")
    return [{"type": "text", "value": "".join(parts)}]
