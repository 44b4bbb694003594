import { env } from '#lib/env/env.ts'
import { withdrawnNinjs } from '#lib/feeds/ninjs.ts'
import { noQuery } from '#lib/input/api-query.ts'
import { listWithdrawals } from '#lib/store/feeds/withdrawals.ts'
import { allowCall, answerCall } from '../answer.ts'
import { toldDays } from '../told-days.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

const mostTold = 200

/** What left the public lately, the newest first: copies of it are to be dropped. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, noQuery, async ({ reach }) => {
    const since = new Date(Date.now() - toldDays * 86_400_000)
    const withdrawals = await listWithdrawals({ channel: reach, since, limit: mostTold })
    return { kind: 'found', body: { items: withdrawals.map((one) => withdrawnNinjs(env().siteUrl, one)) } }
  })
}
