export type AuditQuery = {
  readonly actor: string | null
  readonly action: string | null
  readonly subject: string | null
  readonly from: Date | null
  readonly until: Date | null
  readonly before: bigint | null
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export const auditFields = ['actor', 'action', 'subject', 'from', 'until', 'before'] as const

const dayMs = 24 * 60 * 60_000

/** What part of the audit log an address asks for; what makes no sense is as if it were not there. Days are UTC's. */
export function parseAuditQuery(query: Query): AuditQuery {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value.trim() ? value.trim().slice(0, 200) : null
  }
  const until = dayOf(text('until'))
  const before = text('before')
  return {
    ...{ actor: text('actor'), action: text('action'), subject: text('subject'), from: dayOf(text('from')) },
    // The day itself belongs to it.
    until: until && new Date(until.getTime() + dayMs),
    before: before && /^\d{1,18}$/.test(before) ? BigInt(before) : null,
  }
}

function dayOf(text: string | null): Date | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : day
}
