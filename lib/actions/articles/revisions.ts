'use server'

import { z } from 'zod'
import { draftedBy } from '#lib/actions/support/drafted-by.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { picturesOf, saysTheSame } from '#lib/domain/workflow/revision-facts.ts'
import type { Refusal } from '#lib/domain/workflow/workflow.ts'
import { type Held, heldOf, withoutHeld } from '#lib/domain/writing/editor/held.ts'
import { restoredDraft } from '#lib/domain/writing/saving/restored-draft.ts'
import { savingWordsOf } from '#lib/i18n/admin/editor/saving/of-locale.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { textSchema } from '#lib/input/articles/body/body.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { type ChangeRefusal, changeArticle } from '#lib/store/articles/change-article.ts'
import { findEditionChoices } from '#lib/store/articles/desk/editor-lookups.ts'
import { type ArticleScope, findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { findRevision, type Revision } from '#lib/store/articles/writing/revisions.ts'
import { findStanding, type Named } from '#lib/store/articles/writing/standing.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { planWords, restoreWords } from '#lib/store/media/restore-words.ts'
import { findBarredPictures } from '#lib/store/media/rights.ts'

const number = z.coerce.number().int().positive().max(2_147_483_647)
const restoreForm = z.object({ articleId: number, version: number, number, reason: textSchema.max(300) })

/** All that an earlier revision kept becomes the newest, as a new revision. Readers see its text when it is published. */
export async function restoreRevision(_: FormState, form: FormData): Promise<FormState> {
  const articleId = number.safeParse(form.get('articleId')).data ?? 0
  const scope = await findArticleScope(articleId)
  const user = await requireUser('article.edit', scope ?? {})
  const words = savingWordsOf(user.interfaceLocale)
  const input = parseForm(restoreForm, form)
  if (!input.ok) return rejected({ reason: [words('revisions.noReason')] }, input.error.values)
  const { version, reason } = input.value
  const revision = await findRevision(articleId, input.value.number)
  if (!revision || !scope) return refused('no-such-revision', words('revisions.gone'))
  const because = words('revisions.restoredReason', { number: String(revision.number), reason })
  const restored = await restore({ articleId, version, revision, scope, user, reason: because })
  if (!restored.ok) return refused(restored.error.kind, refusalWords(restored.error, words))
  const { held, left, leftOut } = restored.value
  return done(
    [
      words('revisions.restored', { number: String(revision.number) }),
      ...held.map((part) => words(`revisions.held.${part}`)),
      ...(leftOut > 0 ? [words('revisions.leftOut', { count: leftOut })] : []),
      ...(left.length > 0 ? [words('revisions.wordsStay', { names: left.join(', ') })] : []),
    ].join(' '),
  )
}

type RestoreRefusal =
  | Refusal
  | ChangeRefusal
  | { readonly kind: 'same' }
  | { readonly kind: 'picture-barred'; readonly fileName: string }

/** `held`: what stayed as it is. `left`: pictures whose words stayed as they are. `leftOut`: how much of it is gone. */
type Restored = { readonly held: readonly Held[]; readonly left: readonly string[]; readonly leftOut: number }

async function restore(restoring: {
  readonly articleId: number
  readonly version: number
  readonly revision: Revision
  readonly scope: ArticleScope
  readonly user: SignedIn
  readonly reason: string
}): Promise<Result<Restored, RestoreRefusal>> {
  const { articleId, version, revision, scope, user, reason } = restoring
  const now = new Date()
  return inTransaction(async () => {
    const loaded = await loadArticleForChange(articleId)
    if (!loaded) return refuse({ kind: 'no-such-article' })
    const { article, locale } = loaded
    const shown = new Set(picturesOf(article.text))
    const placed = picturesOf(revision.text).filter((id) => !shown.has(id))
    const [barred] = await findBarredPictures(placed, now)
    if (barred) return refuse({ kind: 'picture-barred', fileName: barred.fileName })
    const plan = await planWords({ articleId, locale, kept: revision.pictures, by: user })
    const { draft: wanted, leftOut } = restoredDraft(revision, article, {
      ...(await findStanding(namedIn(revision))),
      blogIds: await blogsOf(article.editionId),
    })
    const held = heldOf({ user, scope }, article, wanted)
    const draft = withoutHeld(wanted, article, held)
    const change = { id: articleId, version, by: { name: user.name }, action: 'restore', reason, now }
    const edit = draftedBy(user, scope)
    const prepare = () => restoreWords(plan, { locale, by: user, now })
    const changed = await changeArticle<Refusal | { readonly kind: 'same' }>(
      { ...change, prepare },
      (before, ground) => {
        const after = edit(before, draft, ground)
        return after.ok && plan.changes.length === 0 && saysTheSame(before, after.value)
          ? refuse({ kind: 'same' })
          : after
      },
    )
    return changed.ok ? { ok: true, value: { held, left: plan.left, leftOut } } : changed
  })
}

async function blogsOf(editionId: Article['editionId']): Promise<readonly number[]> {
  return (await findEditionChoices(editionId)).blogs.map(({ id }) => id)
}

function namedIn({ text, suggestedBody, placement }: Revision): Named {
  return {
    pictureIds: picturesOf({ ...text, body: suggestedBody ?? text.body }),
    topicIds: placement.topicIds ?? [],
    contributorIds: placement.bylines?.map(({ contributorId }) => contributorId) ?? [],
  }
}

function refusalWords(refusal: RestoreRefusal, words: SavingWords): string {
  switch (refusal.kind) {
    case 'picture-barred':
      return words('revisions.barred', { name: refusal.fileName })
    case 'address-taken':
      return words('revisions.addressTaken', { slug: refusal.slug })
    case 'stale':
    case 'same':
      return words(`revisions.${refusal.kind}`)
    default:
      return words('revisions.mayNot')
  }
}
