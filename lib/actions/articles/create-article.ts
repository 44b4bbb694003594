'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireUser, requireUserAnywhere } from '#lib/auth/session.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { suggestSlug } from '#lib/domain/writing/editor/suggest-slug.ts'
import { editorWordsOf } from '#lib/i18n/admin/editor/of-locale.ts'
import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { textSchema } from '#lib/input/articles/body/body.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { findBlogPlace } from '#lib/store/articles/desk/editor-lookups.ts'
import { beginArticle, findCounterparts, findNewsroomArticle } from '#lib/store/articles/desk/newsroom-article.ts'
import { findBarredPictures } from '#lib/store/media/rights.ts'

const newForm = z.object({ blogId: z.coerce.number().int().positive(), headline: textSchema.max(draftLimits.headline) })
const translateForm = z.object({
  articleId: z.coerce.number().int().positive(),
  blogId: z.coerce.number().int().positive(),
})

/** A draft with a headline and nothing else; then the editor. */
export async function createDraft(_: FormState, form: FormData): Promise<FormState> {
  const words = await wordsOf('article.create')
  const input = parseForm(newForm, form)
  if (!input.ok) {
    const { errors, values } = input.error
    const said = { blogId: words('create.noPlace'), headline: words('create.noHeadline') }
    return rejected(
      Object.fromEntries(Object.entries(said).flatMap(([field, text]) => (errors[field] ? [[field, [text]]] : []))),
      values,
    )
  }
  const { blogId, headline } = input.value
  const place = await findBlogPlace(blogId)
  if (!place) return rejected({ blogId: [words('create.noPlace')] }, { headline })
  const user = await requireUser('article.create', place)
  const slug = slugOf(headline)
  const begun = await beginArticle(
    {
      ...{
        ...place,
        familyKey: `${slug}-${randomUUID().slice(0, 8)}`,
        slug,
        topicIds: [],
        bylines: [],
        embargoUntil: null,
      },
      text: { headline, standfirst: '', description: null, body: [], pictureId: null, sources: [], sourceLine: null },
      ...{ by: { name: user.name }, now: new Date() },
    },
    user.id,
  )
  if (!begun.ok) return refused(begun.error.kind, words('refusal.addressTaken'))
  redirect(`/admin/articles/${begun.value.id}`)
}

/** The story's next edition: a draft of the same family with what needs no translating, to be written beside its source. */
export async function translateArticle(_: FormState, form: FormData): Promise<FormState> {
  const words = await wordsOf('article.create')
  const input = parseForm(translateForm, form)
  const place = input.ok ? await findBlogPlace(input.value.blogId) : null
  if (!input.ok || !place) return refused('no-place', words('create.noPlace'))
  const user = await requireUser('article.create', place)
  const source = await findNewsroomArticle(input.value.articleId)
  // The new draft stands beside its source: what readers can't read yet is not for every writer of another edition.
  const isReadable = source?.scope.state === 'published' || (source && may(user, 'article.create', source.scope))
  if (!source || !isReadable) return refused('no-such-article', words('refusal.gone'))
  const { headline, sources } = source.article.text
  const now = new Date()
  // A translation places the picture anew: one that may not be stays with its source.
  const pictureId = await placeable(source.article.text.pictureId, now)
  const begun = await beginArticle(
    {
      ...{
        ...place,
        familyKey: source.familyKey,
        slug: source.article.slug,
        embargoUntil: source.article.embargoUntil,
      },
      ...(await findCounterparts(source.article.id, place.editionId)),
      text: { headline, standfirst: '', description: null, body: [], pictureId, sources, sourceLine: null },
      ...{ by: { name: user.name }, now },
    },
    user.id,
  )
  if (begun.ok) redirect(`/admin/articles/${begun.value.id}`)
  const key = begun.error.kind === 'already-in-edition' ? 'create.alreadyThere' : 'refusal.addressTaken'
  return refused(begun.error.kind, words(key))
}

async function placeable(pictureId: number | null, now: Date): Promise<number | null> {
  if (pictureId === null) return null
  return (await findBarredPictures([pictureId], now)).length > 0 ? null : pictureId
}

async function wordsOf(permission: 'article.create') {
  const user: SignedIn = await requireUserAnywhere(permission)
  return editorWordsOf(user.interfaceLocale)
}

/** A headline in letters that nobody can spell out gets a number for an address; its writer will find a better one. */
function slugOf(headline: string): string {
  return suggestSlug(headline) || `article-${randomUUID().slice(0, 8)}`
}
