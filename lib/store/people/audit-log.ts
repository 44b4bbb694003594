import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { listActorsOf } from './audit-actors.ts'

export type AuditLine = {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
  readonly hash: string
  readonly previousHash: string | null
}

export type AuditFilter = {
  /** Words of a name, or parts of them, as the newsroom's search finds people. */
  readonly actor: string | null
  /** Begins with: `article.` is everything that was done to articles. */
  readonly action: string | null
  readonly subject: string | null
  readonly from: Date | null
  /** Before this moment. */
  readonly until: Date | null
}

export const auditPageSize = 50
const batchSize = 1_000

/** Newest first, below `before`; one more than a page says that there is more. */
export async function listAudit(
  filter: AuditFilter,
  before: bigint | null,
): Promise<{ readonly lines: readonly AuditLine[]; readonly next: bigint | null }> {
  const rows = await database().$queryRaw<AuditLine[]>`${await newestOf(filter, before ?? lastId)}`
  const lines = rows.slice(0, auditPageSize)
  return { lines, next: rows.length > auditPageSize ? (lines.at(-1)?.id ?? null) : null }
}

/** The largest that PostgreSQL gives a row. */
const lastId = 2n ** 63n - 1n

async function newestOf(filter: AuditFilter, before: bigint): Promise<Prisma.Sql> {
  const most = Prisma.sql`LIMIT ${auditPageSize + 1}`
  const fits = whereOf(filter)
  if (filter.actor === null)
    return Prisma.sql`SELECT e.* FROM "AuditEvent" e WHERE e."id" < ${before} AND ${fits} ORDER BY e."id" DESC ${most}`
  // Each name along its index, from where the page begins. As an equality and in the order of ids it would also be a walk down all
  // lines, long for somebody who left years ago.
  return Prisma.sql`
    SELECT e.* FROM unnest(${await listActorsOf(filter.actor)}::text[]) n("actor") CROSS JOIN LATERAL (
      SELECT e.* FROM "AuditEvent" e
      WHERE e."actor" >= n."actor" AND (e."actor", e."id") < (n."actor", ${before}) AND ${fits}
      ORDER BY e."actor" DESC, e."id" DESC ${most}
    ) e ORDER BY e."id" DESC ${most}`
}

/** All lines that fit, oldest first, a thousand at a time: an export of years fits in memory. */
export async function* readAudit(filter: AuditFilter): AsyncGenerator<AuditLine> {
  const actors = filter.actor === null ? null : await listActorsOf(filter.actor)
  if (actors?.length === 0) return
  const byActor = actors === null ? Prisma.sql`true` : Prisma.sql`e."actor" = ANY(${actors}::text[])`
  let after = 0n
  for (;;) {
    const rows = await database().$queryRaw<AuditLine[]>`
      SELECT e.* FROM "AuditEvent" e WHERE e."id" > ${after} AND ${byActor} AND ${whereOf(filter)}
      ORDER BY e."id" LIMIT ${batchSize}`
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = last.id
  }
}

export type AuditCheck =
  | { readonly kind: 'intact'; readonly count: number }
  | { readonly kind: 'broken'; readonly id: bigint }

/** Computes every seal again: a line that was changed, removed or put between outside this program breaks the chain. */
export async function checkAudit(): Promise<AuditCheck> {
  let previousHash: string | null = null
  let count = 0
  for await (const line of readAudit(everything)) {
    const { actor, action, subject, details, at } = line
    // Numbers of JSON come back as they went in; keys are ordered by the canonical form.
    const content = JSON.parse(canonicalJson({ actor, action, subject, details, at: at.toISOString() }))
    if (line.previousHash !== previousHash || line.hash !== chainHash(content, previousHash))
      return { kind: 'broken', id: line.id }
    previousHash = line.hash
    count += 1
  }
  return { kind: 'intact', count }
}

const everything: AuditFilter = { actor: null, action: null, subject: null, from: null, until: null }

/** All but the actor. */
function whereOf({ action, subject, from, until }: AuditFilter): Prisma.Sql {
  const conditions = [
    ...(action ? [Prisma.sql`e."action" LIKE ${`${action.replace(/[\\%_]/g, '\\$&')}%`}`] : []),
    ...(subject ? [Prisma.sql`e."subject" = ${subject}`] : []),
    ...(from ? [Prisma.sql`e."at" >= ${from}`] : []),
    ...(until ? [Prisma.sql`e."at" < ${until}`] : []),
  ]
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
