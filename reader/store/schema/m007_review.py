"""Review sessions with their decisions, and who has finished which article."""

from sqlite_utils import Database

_STATEMENTS = (
    """
    CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL CHECK (json_valid(query)),
        sample TEXT NOT NULL,
        coder_id INTEGER NOT NULL REFERENCES coder,
        blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
        started_at TEXT NOT NULL,
        place INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL,
        decided INTEGER NOT NULL DEFAULT 0,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    ) STRICT
    """,
    # `state`: nobody has answered it, it was skipped, it is decided. Kept by the
    # triggers below, so that the next open item is one seek away.
    """
    CREATE TABLE session_item (
        session_id INTEGER NOT NULL REFERENCES session,
        place INTEGER NOT NULL CHECK (place >= 0),
        target TEXT NOT NULL,
        state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
        PRIMARY KEY (session_id, place)
    ) STRICT, WITHOUT ROWID
    """,
    # `was` is the annotation's row before a rejection took it out; `made` the id of
    # the annotation that a fix put beside one of another coder.
    """
    CREATE TABLE decision (
        id TEXT PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES session,
        place INTEGER NOT NULL,
        answer TEXT NOT NULL CHECK (answer IN ('accept', 'reject', 'fix', 'skip')),
        tag TEXT NOT NULL,
        words TEXT NOT NULL,
        was TEXT NOT NULL DEFAULT '',
        made TEXT NOT NULL DEFAULT '',
        flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1)),
        at TEXT NOT NULL,
        UNIQUE (session_id, place)
    ) STRICT
    """,
    """
    CREATE TABLE finished (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article,
        coder_id INTEGER NOT NULL REFERENCES coder,
        at TEXT NOT NULL,
        UNIQUE (article_id, coder_id)
    ) STRICT
    """,
    "CREATE INDEX decision_by_time ON decision (session_id, at)",
    """
    CREATE INDEX session_item_open ON session_item (session_id, state, place)
    WHERE state < 2
    """,
    """
    CREATE TRIGGER decision_added AFTER INSERT ON decision BEGIN
        UPDATE session SET decided = decided + (NEW.answer <> 'skip')
        WHERE id = NEW.session_id;
        UPDATE session_item SET state = 1 + (NEW.answer <> 'skip')
        WHERE session_id = NEW.session_id AND place = NEW.place;
    END
    """,
    """
    CREATE TRIGGER decision_changed AFTER UPDATE OF answer ON decision BEGIN
        UPDATE session
        SET decided = decided + (NEW.answer <> 'skip') - (OLD.answer <> 'skip')
        WHERE id = NEW.session_id;
        UPDATE session_item SET state = 1 + (NEW.answer <> 'skip')
        WHERE session_id = NEW.session_id AND place = NEW.place;
    END
    """,
    """
    CREATE TRIGGER decision_removed AFTER DELETE ON decision BEGIN
        UPDATE session SET decided = decided - (OLD.answer <> 'skip')
        WHERE id = OLD.session_id;
        UPDATE session_item SET state = 0
        WHERE session_id = OLD.session_id AND place = OLD.place;
    END
    """,
    # Until now an article was done for everybody; who had marked it so is known
    # from the history.
    """
    INSERT INTO finished (article_id, coder_id, at)
    SELECT article.id, step.coder_id, max(step.at)
    FROM history JOIN step ON step.id = history.step_id
    JOIN article ON article.id = CAST(history.row_id AS INTEGER)
    WHERE history.table_name = 'article' AND step.undone = 0
        AND article.status = 'done'
        AND json_extract(history.after, '$.status') = 'done'
    GROUP BY article.id, step.coder_id
    """,
)


def m007_review(db: Database) -> None:
    """Sessions, their items and decisions, and the marks of finished articles."""
    for statement in _STATEMENTS:
        db.execute(statement)
