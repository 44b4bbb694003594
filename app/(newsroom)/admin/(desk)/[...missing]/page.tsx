import { notFound } from 'next/navigation'
import { requireSignedIn } from '#lib/auth/session.ts'

/**
 * Every address of the newsroom that has no page. Whoever is signed out is asked to sign in, as at those that have one: nobody
 * learns from the answer which there are.
 */
export default async function MissingPage() {
  await requireSignedIn()
  notFound()
}
