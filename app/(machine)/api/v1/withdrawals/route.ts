import type { Cursor } from '#lib/domain/lists/listing.ts'
import { env } from '#lib/env/env.ts'
import { withdrawnNinjs } from '#lib/feeds/ninjs.ts'
import { withdrawalsQuery } from '#lib/input/machine/api-query.ts'
import { absolute, cursorText } from '#lib/site/urls.ts'
import { listWithdrawals } from '#lib/store/feeds/withdrawals.ts'
import { toldSince } from '../../../told-since.ts'
import { allowCall, answerCall } from '../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

const pageLength = 200

/** What left the public lately, the newest first: copies of it are to be dropped. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, withdrawalsQuery, async ({ query: { before }, reach }) => {
    const since = toldSince(new Date())
    const found = await listWithdrawals({ channel: reach, since, limit: pageLength + 1, ...(before && { before }) })
    const items = found.slice(0, pageLength)
    const last = items.at(-1)
    const next = last && found.length > pageLength ? nextAddress({ at: last.withdrawnAt, id: last.id }) : null
    const body = { items: items.map((one) => withdrawnNinjs(env().siteUrl, one)), next }
    return { kind: 'found', body, ...(next && { next }) }
  })
}

function nextAddress(cursor: Cursor): string {
  return absolute(env().siteUrl, `/api/v1/withdrawals?before=${cursorText(cursor)}`)
}
