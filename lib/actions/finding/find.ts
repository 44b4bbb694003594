'use server'

import { readable } from '#lib/actions/support/found-places.ts'
import { currentUser, requireSignedIn } from '#lib/auth/session.ts'
import type { FindAnswer } from '#lib/domain/lists/answer.ts'
import { type Found, findingLimits, type RecentRef } from '#lib/domain/lists/found.ts'
import { isRowId } from '#lib/domain/lists/query-values.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { findQuestion, recentQuestion } from '#lib/input/finding.ts'
import { findArticlesById, findArticlesByWords } from '#lib/store/finding/find-articles.ts'
import { findNamed, findPeople, findPictures } from '#lib/store/finding/find-others.ts'

// Neither moves the page: whoever was signed out meanwhile hears it in the dialog, and a text behind it stays where it is.

/** Everything of the newsroom that a question leads to, as far as this person may see it. */
export async function findAnything(question: { readonly text: string }): Promise<FindAnswer> {
  if (!(await currentUser())) return { kind: 'signed-out' }
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const may = readable(user)
  if (!may.anything) return { kind: 'refused', message: words('shell.forbidden.title') }
  const asked = findQuestion.safeParse(question)
  if (!asked.success || asked.data.text === '') return { kind: 'found', items: [], said: '' }
  const { text } = asked.data
  const nothing: readonly Found[] = []
  const parts = await Promise.all([
    findArticlesByWords(text, may.articles),
    may.people ? findPeople({ text }) : nothing,
    findNamed('contributor', { text }, may.contributors),
    findNamed('topic', { text }, may.articles),
    may.pictures ? findPictures({ text }) : nothing,
    findNamed('blog', { text }, may.blogs),
    findNamed('page', { text }, may.pages),
  ])
  const items = parts.flat()
  return { kind: 'found', items, said: words('finding.count', { count: items.length }) }
}

/** What this browser opened last, with the words of now; what may not be seen any more is left out. */
export async function findRecent(question: { readonly refs: readonly RecentRef[] }): Promise<readonly Found[]> {
  const asked = recentQuestion.safeParse(question)
  if (!asked.success || !(await currentUser())) return []
  const user = await requireSignedIn()
  const may = readable(user)
  if (!may.anything) return []
  const refs = asked.data.refs
  const idsOf = (kind: RecentRef['kind']) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id)
  const [people, pictures] = [idsOf('person'), idsOf('picture')]
  const nothing: readonly Found[] = []
  const parts = await Promise.all([
    findArticlesById(idsOf('article').filter(isRowId).map(Number), may.articles),
    may.people && people.length > 0 ? findPeople({ ids: people }) : nothing,
    may.pictures && pictures.length > 0 ? findPictures({ ids: pictures }) : nothing,
    ...(['contributor', 'blog', 'page'] as const).map((kind) => findNamed(kind, { ids: idsOf(kind) }, may[`${kind}s`])),
  ])
  const found = parts.flat()
  return refs
    .flatMap((ref) => found.filter(({ kind, id }) => kind === ref.kind && String(id) === ref.id))
    .slice(0, findingLimits.recent)
}
