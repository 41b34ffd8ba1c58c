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
    migrator.registerMigration("prose") { database in
      // The order of fingerprint's key is that of the question asked of it: which reports of a year share a hash.
      try database.execute(
        sql: """
          CREATE TABLE prose (
            number INTEGER PRIMARY KEY NOT NULL,
            submission TEXT NOT NULL UNIQUE REFERENCES submission (id) ON DELETE CASCADE,
            text TEXT NOT NULL
          ) STRICT;

          CREATE TABLE fingerprint (
            hash INTEGER NOT NULL,
            year INTEGER NOT NULL,
            prose INTEGER NOT NULL REFERENCES prose (number) ON DELETE CASCADE,
            PRIMARY KEY (hash, year, prose)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX fingerprint_by_prose ON fingerprint (prose);
          """)
    }
    migrator.registerMigration("finding-places") { database in
      // What the findings of one cell have been over the years is asked by place.
      try database.execute(
        sql: """
          ALTER TABLE finding ADD COLUMN found TEXT;

          CREATE TABLE finding_place (
            submission TEXT NOT NULL,
            finding INTEGER NOT NULL,
            position INTEGER NOT NULL,
            place TEXT NOT NULL,
            PRIMARY KEY (submission, finding, position),
            FOREIGN KEY (submission, finding) REFERENCES finding (submission, position) ON DELETE CASCADE
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("unread-files") { database in
      // A file that is refused for its size has no SHA-256. SQLite drops a NOT NULL only with the table.
      let columns = """
        id, received_at, settled_at, path, office, year, form, verdict, sha256, format, bytes, errors, warnings, title,
        diagnostics_path, outcome_path, duration_usec
        """
      try database.execute(
        sql: """
          CREATE TABLE new_submission (
            id TEXT PRIMARY KEY NOT NULL,
            received_at INTEGER NOT NULL,
            settled_at INTEGER NOT NULL,
            path ANY NOT NULL,
            office TEXT,
            year INTEGER,
            form TEXT,
            verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'held')),
            sha256 TEXT,
            format TEXT,
            bytes INTEGER NOT NULL,
            errors INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            title TEXT,
            diagnostics_path ANY,
            outcome_path ANY NOT NULL,
            duration_usec INTEGER NOT NULL
          ) STRICT;
          INSERT INTO new_submission (rowid, \(columns)) SELECT rowid, \(columns) FROM submission;
          DROP TABLE submission;
          ALTER TABLE new_submission RENAME TO submission;
          CREATE INDEX submission_by_office ON submission (office, year, settled_at);
          CREATE INDEX submission_by_content ON submission (sha256);
          CREATE INDEX submission_by_time ON submission (settled_at, verdict);
          """)
    }
    return migrator
  }()
}
