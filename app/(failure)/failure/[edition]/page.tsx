import type { Metadata } from 'next'
import { FailurePage } from '#components/reader/frame/failure-page.tsx'
import { catalogues, wordsOf } from '#lib/i18n/words.ts'
import { failureEdition } from './failure-edition.ts'

type Props = { readonly params: Promise<{ readonly edition: string }> }

export const dynamicParams = true

/** Made at build time: a page about failure must not be able to fail. */
export function generateStaticParams() {
  return ['_', ...Object.keys(catalogues)].map((edition) => ({ edition }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = wordsOf(failureEdition((await params).edition))
  return { title: words('failure.title'), robots: 'noindex' }
}

export default async function FailureRoute({ params }: Props) {
  const edition = failureEdition((await params).edition)
  return <FailurePage edition={edition} words={wordsOf(edition)} />
}
