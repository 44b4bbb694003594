import { ok, type Result, refuse } from '#lib/domain/result.ts'

/** A folder of prisma/migrations. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** A row of Prisma's own table `_prisma_migrations`, so that `prisma migrate` agrees about what was applied. */
export type AppliedMigration = {
  readonly name: string
  readonly checksum: string
  readonly isFinished: boolean
  readonly isRolledBack: boolean
}

export type MigrationRefusal =
  /** Names that the database has and this program doesn't. */
  | { readonly kind: 'newer-schema'; readonly names: readonly string[] }
  /** Prisma's own tool failed in the middle; ours can't. */
  | { readonly kind: 'unfinished'; readonly name: string }
  /** The file is not the one that was applied. */
  | { readonly kind: 'changed-file'; readonly name: string }

/** What is left to apply, in the order of the names, or why nothing may be applied. */
export function planMigrations(
  ours: readonly Migration[],
  applied: readonly AppliedMigration[],
): Result<readonly Migration[], MigrationRefusal> {
  const standing = applied.filter((row) => !row.isRolledBack)
  const known = new Map(ours.map((migration) => [migration.name, migration]))
  const unknown = standing.filter((row) => !known.has(row.name)).map((row) => row.name)
  if (unknown.length > 0) return refuse({ kind: 'newer-schema', names: unknown })
  for (const row of standing) {
    if (!row.isFinished) return refuse({ kind: 'unfinished', name: row.name })
    if (known.get(row.name)?.checksum !== row.checksum) return refuse({ kind: 'changed-file', name: row.name })
  }
  const done = new Set(standing.map((row) => row.name))
  return ok(ours.filter((migration) => !done.has(migration.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

/** Statements that end or leave a transaction. A migration is one transaction, or a failure would leave half of it. */
export function breaksTransaction(sql: string): string | null {
  return (
    withoutBodies(sql)
      .match(/^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)\b[^;]*;|\bCONCURRENTLY\b/im)?.[0]
      .trim() ?? null
  )
}

/** SQL without comments and dollar-quoted function bodies, where BEGIN and END mean something else. */
function withoutBodies(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, '')
}
