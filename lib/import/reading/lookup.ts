import { DatabaseSync } from 'node:sqlite'
import { FileRefusal } from '../file-refusal.ts'

/** What one pass over a file notes for the next: outside of memory, and gone with the process. */
export type Lookup = {
  readonly put: (kind: string, id: string, value: unknown) => void
  /** The first note; undefined without one. */
  readonly find: (kind: string, id: string) => unknown
  /** All notes, in their order. A thing with more than `mostNotes` refuses the file. */
  readonly list: (kind: string, id: string) => readonly unknown[]
  readonly count: (kind: string, id: string) => number
  /** Every id of a kind with its first note, but those that are noted as another kind as well; in the order of the notes. */
  readonly without: (kind: string, other: string) => Generator<{ readonly id: string; readonly value: unknown }>
  readonly close: () => void
}

/** More uploads, tags or authors than one article has: a file that was made to fill the memory. */
const mostNotes = 10_000

/** SQLite's own temporary database: in memory while it is small, on disk when it is not. */
export function openLookup(): Lookup {
  const file = new DatabaseSync('')
  file.exec(`PRAGMA cache_size = -8000; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
    CREATE TABLE note (kind TEXT, id TEXT, value TEXT); CREATE INDEX note_id ON note (kind, id); BEGIN`)
  const insert = file.prepare('INSERT INTO note VALUES (?, ?, ?)')
  const select = file.prepare('SELECT value FROM note WHERE kind = ? AND id = ? ORDER BY rowid LIMIT ?')
  const notes = (kind: string, id: string, most: number): readonly unknown[] =>
    select.all(kind, id, most).map((row) => JSON.parse(String(row.value)) as unknown)
  const counted = file.prepare('SELECT count(*) AS count FROM note WHERE kind = ? AND id = ?')
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
    find: (kind, id) => notes(kind, id, 1)[0],
    list: (kind, id) => {
      const found = notes(kind, id, mostNotes + 1)
      if (found.length > mostNotes) throw new FileRefusal('too-many-parts', `${kind} of ${id}`)
      return found
    },
    count: (kind, id) => Number(counted.get(kind, id)?.count),
    close: () => file.close(),
  }
}
