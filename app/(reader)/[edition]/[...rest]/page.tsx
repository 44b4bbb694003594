import { Missing, missingHead } from '../missing.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }> }

/** What is deeper than any page. The server leads such addresses to ../missing; Next's own server, in development, here. */
export async function generateMetadata({ params }: Props) {
  return missingHead(await findScene((await params).edition))
}

export default async function RestRoute({ params }: Props) {
  return <Missing scene={await findScene((await params).edition)} />
}
