"""The tables of the embedded index, twice (generations a and b), for SQLite and PostgreSQL."""

GENERATIONS = ("a", "b")
# What is searched, heaviest first; parts of compounds count less than whole words.
FIELDS = ("title", "lead", "body", "title_parts", "parts")

# What was written and is not sorted into the index yet (kB) is looked through for each word of each question.
SORTED_IN_SOON = "gin_pending_list_limit = 64"

SQLITE = (
    "CREATE TABLE search_entry_{g} (key INTEGER PRIMARY KEY, facets TEXT NOT NULL, day INTEGER NOT NULL, "
    "digest TEXT NOT NULL)",
    "CREATE TABLE search_text_{g} (key INTEGER PRIMARY KEY, tokens BLOB NOT NULL, texts BLOB NOT NULL)",
    "CREATE TABLE search_word_{g} (folded TEXT NOT NULL, is_part INTEGER NOT NULL, stem TEXT NOT NULL, "
    "written TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (folded, is_part)) WITHOUT ROWID",
    "CREATE INDEX search_word_{g}_stem ON search_word_{g} (stem, documents)",
    "CREATE VIRTUAL TABLE search_fts_{g} USING fts5(title, lead, body, title_parts, parts, content='', "
    'tokenize="unicode61 remove_diacritics 0")',
)
POSTGRES = (
    "CREATE TABLE search_entry_{g} (key bigint PRIMARY KEY, facets text NOT NULL, day integer NOT NULL, "
    "digest text NOT NULL)",
    "CREATE TABLE search_text_{g} (key bigint PRIMARY KEY, tokens bytea NOT NULL, texts bytea NOT NULL)",
    # Ranking reads every vector that matches: it stays in its row, unpacked where there is room, else packed lightly,
    # with what is counted and sorted by; lists without words read the narrow rows above.
    "CREATE TABLE search_vector_{g} (key bigint PRIMARY KEY, day integer NOT NULL, facets text NOT NULL, "
    "vector tsvector NOT NULL)",
    "ALTER TABLE search_vector_{g} ALTER COLUMN vector SET STORAGE MAIN, SET (toast_tuple_target = 8160)",
    "DO $$ BEGIN ALTER TABLE search_vector_{g} ALTER COLUMN vector SET COMPRESSION lz4; "
    "EXCEPTION WHEN feature_not_supported THEN NULL; END $$",
    f"CREATE INDEX search_vector_{{g}}_vector ON search_vector_{{g}} USING gin (vector) WITH ({SORTED_IN_SOON})",
    'CREATE TABLE search_word_{g} (folded text COLLATE "C" NOT NULL, is_part integer NOT NULL, stem text NOT NULL, '
    "written text NOT NULL, documents integer NOT NULL, PRIMARY KEY (folded, is_part))",
    "CREATE INDEX search_word_{g}_stem ON search_word_{g} (stem, documents)",
)
TABLES = {"sqlite": ("entry", "text", "word", "fts"), "postgresql": ("entry", "text", "vector", "word")}


def statements(vendor: str) -> list[str]:
    """What makes the tables of both generations."""
    shape = {"sqlite": SQLITE, "postgresql": POSTGRES}[vendor]
    return [statement.format(g=generation) for generation in GENERATIONS for statement in shape]


def create(apps: object, schema_editor) -> None:
    """For the migration."""
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def sort_in_soon(apps: object, schema_editor) -> None:
    """For a migration of tables that were made before this was known."""
    if schema_editor.connection.vendor == "postgresql":
        for generation in GENERATIONS:
            schema_editor.execute(f"ALTER INDEX search_vector_{generation}_vector SET ({SORTED_IN_SOON})")


def drop(apps: object, schema_editor) -> None:
    """For the way back."""
    for generation in GENERATIONS:
        for table in TABLES[schema_editor.connection.vendor]:
            schema_editor.execute(f"DROP TABLE search_{table}_{generation}")
