import { DatabaseSync } from 'node:sqlite'

/** What one pass over a file notes for the next: outside of memory, and gone with the process. */
export type Lookup = {
  readonly put: (kind: string, id: string, value: unknown) => void
  readonly find: (kind: string, id: string) => unknown
  readonly list: (kind: string, id: string) => readonly unknown[]
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
  return {
    put: (kind, id, value) => {
      insert.run(kind, id, JSON.stringify(value))
    },
    find: (kind, id) => list(kind, id)[0],
    list,
    close: () => file.close(),
  }
}
