import { env } from '#lib/env/env.ts'
import { articleNinjs, withdrawnNinjs } from '#lib/feeds/ninjs.ts'
import { findSyndicated } from '#lib/store/feeds/syndicated.ts'
import { findWithdrawal } from '#lib/store/feeds/withdrawals.ts'
import { machineReply, notFound } from '../../machine-reply.ts'
import { publisherOf } from '../../publisher.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly id: string }> }

/** An article as ninjs, or, with 410, that it is canceled. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const id = Number((await params).id)
  const [found] = await findSyndicated([id])
  const headers = { 'Access-Control-Allow-Origin': '*' }
  if (found) {
    const publisher = await publisherOf(found.edition)
    return machineReply(JSON.stringify(articleNinjs(publisher, found)), 'application/json', headers)
  }
  const withdrawal = await findWithdrawal(id)
  if (!withdrawal) return notFound()
  return machineReply(JSON.stringify(withdrawnNinjs(env().siteUrl, withdrawal)), 'application/json', headers, 410)
}
