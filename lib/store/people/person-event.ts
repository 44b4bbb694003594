import { appendAudit } from '#lib/store/audit.ts'

/** Puts what happened to a person's account into the audit trail. `by` is whoever did it, as the trail names them. */
export async function recordPersonEvent(event: {
  readonly by: string
  readonly action: `person.${string}`
  readonly personId: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly now: Date
}): Promise<void> {
  const { by, action, personId, details = {}, now } = event
  await appendAudit({ actor: by, action, subject: `person:${personId}`, details, at: now })
}
