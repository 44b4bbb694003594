import { setReply } from '#lib/env/slot.ts'
import { articlePath } from '#lib/site/urls.ts'
import { findAddressOfArticle } from '#lib/store/pages/permanent.ts'
import { Gone } from '../../gone.tsx'
import { Missing, missingHead } from '../../missing.tsx'
import { findScene } from '../../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string; readonly id: string }> }

/** Only what stands nowhere is ever seen here. */
export async function generateMetadata({ params }: Props) {
  return missingHead(await findScene((await params).edition))
}

/** The address that lasts: leads to where the article stands today, in whichever edition. */
export default async function PermanentRoute({ params }: Props) {
  const { edition, id } = await params
  const at = await findAddressOfArticle(Number(id))
  switch (at.kind) {
    case 'at':
      setReply({ kind: 'moved', location: articlePath(at.edition, at) })
      return null
    case 'gone':
      return <Gone gone={at.gone} scene={await findScene(at.edition.key)} />
    case 'missing':
      return <Missing scene={await findScene(edition)} />
  }
}
