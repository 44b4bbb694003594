import { DatabaseSync } from 'node:sqlite'

/** What one pass over a file notes for the next: outside of memory, and gone with the process. */
export type Lookup = {
  readonly put: (kind: string, id: string, value: unknown) => void
  readonly find: (kind: string, id: string) => unknown
  readonly list: (kind: string, id: string) => readonly unknown[]
  /** Every id of a kind with its first note, but those that are noted as another kind as well; in the order of the notes. */
  readonly without: (kind: string, other: string) => Generator<{ readonly id: string; readonly value: unknown }>
  readonly close: () => void
}

/** SQLite's own temporary database: in memory while it is small, on disk when it is not. */
export function openLookup(): Lookup {
  const file = new DatabaseSync('')
  file.exec(`PRAGMA cache_size = -8000; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
    CREATE TABLE note (kind TEXT, id TEXT, value TEXT); CREATE INDEX note_id ON note (kind, id); BEGIN`)
  const insert = file.prepare('INSERT INTO note VALUES (?, ?, ?)')
  const select = file.prepare('SELECT value FROM note WHERE kind = ? AND id = ? ORDER BY rowid LIMIT 1000')
  const list = (kind: string, id: string): readonly unknown[] =>
    select.all(kind, id).map((row) => JSON.parse(String(row.value)) as unknown)
  const selectWithout = file.prepare(`SELECT id, value FROM note a WHERE kind = ? AND NOT EXISTS
    (SELECT 1 FROM note b WHERE b.kind = ? AND b.id = a.id) ORDER BY rowid`)
  return {
    without: function* (kind, other) {
      for (const { id, value } of selectWithout.iterate(kind, other))
        yield { id: String(id), value: JSON.parse(String(value)) as unknown }
    },
    put: (kind, id, value) => {
      insert.run(kind, id, JSON.stringify(value))
    },
    find: (kind, id) => list(kind, id)[0],
    list,
    close: () => file.close(),
  }
}
