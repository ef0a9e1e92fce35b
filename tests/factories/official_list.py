"""Files like those of the Federal Statistical Office, record by record."""

from collections.abc import Iterator

AS_OF = "20241231"


def record(
    kind: str, key: str, name: str, *, association: str = "", mark: str = "", population: int | None = None
) -> str:
    """One line of GV100AD: 220 characters."""
    line = f"{kind}{AS_OF}{key:<8}{association:<4}{name:<50}{'':<50}{mark:<2}"
    if population is not None:
        line += f"{'':<4}{1234:011}{population:011}{population // 2:011}{'':<4}70000"
    return f"{line:<220}"


def state(key: str, name: str) -> str:
    """A state."""
    return record("10", key, name)


def region(key: str, name: str) -> str:
    """An administrative region."""
    return record("20", key, name)


def county(key: str, name: str, mark: str = "44") -> str:
    """A county; mark 42 is an independent city."""
    return record("40", key, name, mark=mark)


def association(key: str, number: str, name: str, mark: str = "54") -> str:
    """An association; mark 50 is a municipality by itself."""
    return record("50", key, name, association=number, mark=mark)


def municipality(key: str, name: str, population: int = 4_900, *, number: str = "0000", mark: str = "64") -> str:
    """A municipality in association `number`."""
    return record("60", key, name, association=number, mark=mark, population=population)


def whole_country(count: int = 11_000) -> Iterator[str]:
    """A list of this many municipalities in 16 states, with counties and associations, all invented."""
    counties = max(1, count // 28)
    of_state = -(-counties // 16)
    for land in range(1, 17):
        yield state(f"{land:02}", f"Land {land}")
        yield region(f"{land:02}1", f"Reg.-Bez. Bezirk {land}")
        for kreis in range(1, of_state + 1):
            yield from whole_county(f"{land:02}1{kreis:02}", -(-count // (16 * of_state)))


def whole_county(key: str, count: int) -> Iterator[str]:
    """A county with its associations and municipalities; every third name occurs in many counties."""
    yield county(key, f"Kreis{key}tal")
    for number in range(1, count + 1):
        verband = f"5{(number - 1) // 4:03}"
        if number % 4 == 1:
            yield association(key, verband, f"GVV Oberes {key} {verband}")
        name = f"Neustadt {number}, Stadt" if number % 3 == 0 else f"Ober{key}bach {number}"
        mark = "63" if number % 3 == 0 else "64"
        yield municipality(f"{key}{number:03}", name, 300 + 137 * number % 30_000, number=verband, mark=mark)
