import { isWithin } from '#lib/domain/api/reach.ts'
import { isRowId } from '#lib/domain/lists/query-values.ts'
import { env } from '#lib/env/env.ts'
import { articleNinjs, withdrawnNinjs } from '#lib/feeds/ninjs.ts'
import { noQuery } from '#lib/input/machine/api-query.ts'
import { findSyndicated } from '#lib/store/feeds/syndicated.ts'
import { findWithdrawal } from '#lib/store/feeds/withdrawals.ts'
import { publisherOf } from '../../../../publisher.ts'
import { type ApiAnswer, allowCall, answerCall } from '../../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

type Props = { readonly params: Promise<{ readonly id: string }> }

const nothing: ApiAnswer = { kind: 'problem', status: 404, title: 'There is no such article' }

/** One article as ninjs; canceled, with 410, when it has left the public. What a key may not read is not there for it. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id: text } = await params
  return answerCall(request, noQuery, async ({ reach }): Promise<ApiAnswer> => {
    if (!isRowId(text)) return nothing
    const id = Number(text)
    const [found] = await findSyndicated([id])
    if (found) {
      if (!isWithin(reach, found)) return nothing
      return { kind: 'found', body: articleNinjs(await publisherOf(found.edition), found) }
    }
    const withdrawal = await findWithdrawal(id)
    return withdrawal ? { kind: 'gone', body: withdrawnNinjs(env().siteUrl, withdrawal) } : nothing
  })
}
