import { requireUser } from '#lib/auth/session.ts'
import { parseAuditQuery } from '#lib/input/people/audit-filter.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { type AuditFilter, readAudit } from '#lib/store/people/audit-log.ts'

/** The audit log as JSON Lines (jsonlines.org), oldest first, with the seals, so that anyone can check the chain for themselves. */
export async function GET(request: Request): Promise<Response> {
  const user = await requireUser('audit.read')
  const { before: _, ...filter } = parseAuditQuery(Object.fromEntries(new URL(request.url).searchParams))
  const days = { from: filter.from?.toISOString() ?? null, until: filter.until?.toISOString() ?? null }
  const details = { ...filter, ...days }
  await appendAudit({ actor: user.name, action: 'audit.export', subject: 'audit', details, at: new Date() })
  return new Response(streamOf(linesOf(filter)), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit-log.jsonl"',
      'Cache-Control': 'no-store',
    },
  })
}

async function* linesOf(filter: AuditFilter): AsyncGenerator<string> {
  for await (const { id, at, ...line } of readAudit(filter))
    yield `${JSON.stringify({ id: String(id), at: at.toISOString(), ...line })}\n`
}

/** Lines are read as the network takes them. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
