"""The first schema: articles and their versions, codebook, annotations, history."""

from sqlite_utils import Database

DERIVED_HIDDEN = """
    UPDATE article SET hidden_lines = (
        SELECT count(*) FROM cleaning, json_each(cleaning.verdicts) AS verdict
        WHERE cleaning.version_id = article.version_id AND NOT EXISTS (
            SELECT 1 FROM line_override AS o
            WHERE o.version_id = cleaning.version_id
              AND o.line = json_extract(verdict.value, '$[0]'))
    ) + (
        SELECT count(*) FROM line_override AS o
        WHERE o.version_id = article.version_id AND o.hidden = 1
    ) WHERE version_id = {row}.version_id;
"""

_TABLES = (
    """
    CREATE TABLE coder (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT
    """,
    """
    CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        coder_id INTEGER NOT NULL REFERENCES coder,
        label TEXT NOT NULL,
        article_id INTEGER,
        "offset" INTEGER,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1, 2))
    ) STRICT
    """,
    """
    CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL REFERENCES step,
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT
    """,
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        version_id INTEGER REFERENCES version DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        source TEXT NOT NULL,
        site TEXT NOT NULL,
        author TEXT NOT NULL,
        published TEXT NOT NULL,
        status TEXT NOT NULL DEFAULT 'unread'
            CHECK (status IN ('unread', 'reading', 'done')),
        words INTEGER NOT NULL,
        lines INTEGER NOT NULL,
        hidden_lines INTEGER NOT NULL DEFAULT 0,
        annotations INTEGER NOT NULL DEFAULT 0,
        added_at TEXT NOT NULL,
        strength TEXT NOT NULL DEFAULT ''
            CHECK (strength IN ('', 'careful', 'normal', 'strict')),
        import_step INTEGER NOT NULL REFERENCES step,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article,
        text TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        encoding TEXT NOT NULL,
        newline TEXT NOT NULL,
        original BLOB NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cleaning (
        version_id INTEGER PRIMARY KEY REFERENCES version,
        cleaner TEXT NOT NULL,
        verdicts TEXT NOT NULL CHECK (json_valid(verdicts))
    ) STRICT
    """,
    """
    CREATE TABLE line_override (
        id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL REFERENCES version,
        line INTEGER NOT NULL CHECK (line >= 0),
        hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
        coder_id INTEGER NOT NULL REFERENCES coder,
        updated_at TEXT NOT NULL,
        UNIQUE (version_id, line)
    ) STRICT
    """,
    """
    CREATE TABLE cleaning_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        match TEXT NOT NULL CHECK (match IN ('exact', 'digits-ignored', 'pattern')),
        text TEXT NOT NULL CHECK (text <> ''),
        hide INTEGER NOT NULL CHECK (hide IN (0, 1)),
        site TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL,
        coder_id INTEGER NOT NULL REFERENCES coder,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL CHECK (path <> ''),
        path_key TEXT NOT NULL UNIQUE,
        description TEXT NOT NULL DEFAULT '',
        colour INTEGER NOT NULL,
        key TEXT NOT NULL DEFAULT '',
        uses INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE annotation (
        id TEXT PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article,
        version_id INTEGER NOT NULL REFERENCES version,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        sentence INTEGER NOT NULL,
        tag_id INTEGER REFERENCES tag,
        coder_id INTEGER NOT NULL REFERENCES coder,
        memo TEXT NOT NULL DEFAULT '',
        anchor TEXT NOT NULL DEFAULT 'anchored'
            CHECK (anchor IN ('anchored', 'review', 'orphan')),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        CHECK (tag_id IS NOT NULL OR memo <> '')
    ) STRICT
    """,
    """
    CREATE TABLE place (
        article_id INTEGER PRIMARY KEY REFERENCES article,
        "offset" INTEGER NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
)

_INDEXES = (
    "CREATE INDEX article_by_title ON article (removed, title_key, id)",
    "CREATE INDEX article_by_published ON article (removed, published, id)",
    "CREATE INDEX article_by_status ON article (removed, status, id)",
    "CREATE INDEX article_by_import ON article (import_step)",
    "CREATE INDEX version_by_text ON version (sha256)",
    "CREATE INDEX version_by_article ON version (article_id)",
    "CREATE INDEX annotation_by_article ON annotation (article_id, start)",
    "CREATE INDEX annotation_by_tag ON annotation (tag_id, article_id)",
    "CREATE INDEX annotation_by_coder ON annotation (coder_id)",
    "CREATE INDEX history_by_step ON history (step_id)",
    "CREATE INDEX step_by_coder ON step (coder_id, undone, id)",
)

# What can be counted is counted by the database itself, so that no writer, undo
# among them, can forget to.
_TRIGGERS = (
    """
    CREATE TRIGGER annotation_added AFTER INSERT ON annotation BEGIN
        UPDATE article SET annotations = annotations + 1 WHERE id = NEW.article_id;
        UPDATE tag SET uses = uses + 1 WHERE id = NEW.tag_id;
    END
    """,
    """
    CREATE TRIGGER annotation_removed AFTER DELETE ON annotation BEGIN
        UPDATE article SET annotations = annotations - 1 WHERE id = OLD.article_id;
        UPDATE tag SET uses = uses - 1 WHERE id = OLD.tag_id;
    END
    """,
    """
    CREATE TRIGGER annotation_retagged AFTER UPDATE OF tag_id ON annotation BEGIN
        UPDATE tag SET uses = uses - 1 WHERE id = OLD.tag_id;
        UPDATE tag SET uses = uses + 1 WHERE id = NEW.tag_id;
    END
    """,
    *(
        f"""
        CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN
        {DERIVED_HIDDEN.format(row=row)}
        END
        """
        for table, event, row in (
            ("line_override", "INSERT", "NEW"),
            ("line_override", "UPDATE", "NEW"),
            ("line_override", "DELETE", "OLD"),
            ("cleaning", "INSERT", "NEW"),
            ("cleaning", "UPDATE", "NEW"),
        )
    ),
)


def m001_library(db: Database) -> None:
    """Articles and their versions, the codebook, annotations, and the history."""
    for statement in (*_TABLES, *_INDEXES, *_TRIGGERS):
        db.execute(statement)
