import GRDB

/// The tables, as a list of steps that each ledger has taken up to its age.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    // A step that has been released is never changed; a new one is added below it.
    migrator.registerMigration("submissions") { database in
      // A path is TEXT where it is UTF-8, so that it reads and compares as text in any tool, and BLOB where it is not.
      try database.execute(
        sql: """
          CREATE TABLE submission (
            id TEXT PRIMARY KEY NOT NULL,
            received_at INTEGER NOT NULL,
            settled_at INTEGER NOT NULL,
            path ANY NOT NULL,
            office TEXT,
            year INTEGER,
            form TEXT,
            verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'held')),
            sha256 TEXT NOT NULL,
            format TEXT,
            bytes INTEGER NOT NULL,
            errors INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            title TEXT,
            diagnostics_path ANY,
            outcome_path ANY NOT NULL,
            duration_usec INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX submission_by_office ON submission (office, year, settled_at);
          CREATE INDEX submission_by_content ON submission (sha256);
          CREATE INDEX submission_by_time ON submission (settled_at, verdict);

          CREATE TABLE finding (
            submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            rule TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
            message TEXT NOT NULL,
            PRIMARY KEY (submission, position)
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE figure (
            submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            significand INTEGER NOT NULL,
            decimals INTEGER NOT NULL,
            PRIMARY KEY (submission, position)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }()
}
