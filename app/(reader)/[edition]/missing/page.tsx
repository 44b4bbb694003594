import { Missing, missingHead } from '../missing.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }> }

/** Every address that no content can have: lib/site/routes/routes.ts leads them here. */
export async function generateMetadata({ params }: Props) {
  return missingHead(await findScene((await params).edition))
}

export default async function MissingRoute({ params }: Props) {
  return <Missing scene={await findScene((await params).edition)} />
}
