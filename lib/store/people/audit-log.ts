import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { database } from '#lib/store/database/client.ts'
import type { Prisma } from '#lib/store/generated/client.ts'

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
  const rows = await database().auditEvent.findMany({
    where: whereOf(filter, before === null ? undefined : { lt: before }),
    orderBy: { id: 'desc' },
    take: auditPageSize + 1,
  })
  const lines = rows.slice(0, auditPageSize)
  return { lines, next: rows.length > auditPageSize ? (lines.at(-1)?.id ?? null) : null }
}

/** All lines that fit, oldest first, a thousand at a time: an export of years fits in memory. */
export async function* readAudit(filter: AuditFilter): AsyncGenerator<AuditLine> {
  let after = 0n
  for (;;) {
    const rows = await database().auditEvent.findMany({
      where: whereOf(filter, { gt: after }),
      orderBy: { id: 'asc' },
      take: batchSize,
    })
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

function whereOf(filter: AuditFilter, id: Prisma.BigIntFilter | undefined): Prisma.AuditEventWhereInput {
  const { actor, action, subject, from, until } = filter
  return {
    ...(id ? { id } : {}),
    ...(actor ? { actor } : {}),
    // Prisma hands the signs of LIKE on as they are.
    ...(action ? { action: { startsWith: action.replace(/[\\%_]/g, '\\$&') } } : {}),
    ...(subject ? { subject } : {}),
    ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
  }
}
