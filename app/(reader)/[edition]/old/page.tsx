import type { Query } from '#lib/input/paging.ts'
import { missingHead } from '../missing.tsx'
import { OldAddress } from '../old-address.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly edition: string }>
  readonly searchParams: Promise<Query>
}

/** Addresses of other systems' shapes: lib/site/routes/routes.ts leads them here, with the whole path as a parameter. */
export async function generateMetadata({ params }: Props) {
  return missingHead(await findScene((await params).edition))
}

export default async function OldRoute({ params, searchParams }: Props) {
  const { path, slash } = await searchParams
  const asked = typeof path === 'string' ? path : ''
  const scene = await findScene((await params).edition)
  // A number stands at the address of a front or a folder: where nothing had it, that is what is there.
  const [folder = '', number] = asked.split('?')
  const otherwise = number !== undefined || slash ? `/${folder}` : null
  return <OldAddress path={asked} scene={scene} {...(otherwise && { otherwise })} />
}
