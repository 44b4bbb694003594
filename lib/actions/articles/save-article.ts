'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type SaveRefusal, workingCopyToRevision } from '#lib/actions/support/working-copy-to-revision.ts'
import { draftKey } from '#lib/auth/draft-key.ts'
import { admittedUser, currentUser } from '#lib/auth/session.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { LooseCopy, NewestDraft, SavedArticle } from '#lib/domain/writing/saving/save-answers.ts'
import { editorWordsOf } from '#lib/i18n/admin/editor/of-locale.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import { idSchema, tabSchema } from '#lib/input/articles/saving.ts'
import { type ArticleScope, findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { findNewestDraft } from '#lib/store/articles/writing/revisions.ts'
import { closeWorkingCopy, listLooseCopies, reopenWorkingCopy } from '#lib/store/articles/writing/working-copy.ts'

// None of these moves the page: a refusal must leave the text where it is.

const save = z.strictObject({ articleId: idSchema, version: idSchema, tab: tabSchema, sequence: z.int().min(0) })
const oneArticle = z.strictObject({ articleId: idSchema })
const oneCopy = z.strictObject({ articleId: idSchema, tab: tabSchema })
const seenCopy = oneCopy.extend({ sequence: z.int().min(0) })

/** Makes a revision of what this tab has sent. */
export async function saveArticle(asked: {
  readonly articleId: number
  readonly version: number
  readonly tab: string
  readonly sequence: number
}): Promise<SavedArticle> {
  const input = save.safeParse(asked)
  const found = await findEditable(input.data?.articleId)
  if (!found) return { kind: 'signed-out' }
  const words = editorWordsOf(found.user.interfaceLocale)
  if (!input.success || !found.scope) return { kind: 'refused', message: words('refusal.mayNot') }
  const saved = await workingCopyToRevision({
    ...input.data,
    user: found.user,
    scope: found.scope,
    now: new Date(),
  })
  if (saved.ok) {
    // The publishing panel stands beside the text, and is made of what is saved.
    refresh()
    return { kind: 'saved', version: saved.value.version }
  }
  switch (saved.error.kind) {
    case 'stale':
      return { kind: 'stale', version: saved.error.version }
    case 'rejected':
      return saved.error
    case 'not-sent':
      return { kind: 'not-sent' }
    default:
      return { kind: 'refused', message: reasonOf(saved.error, words) }
  }
}

/** The article as it is now, to merge a stale text with. Somebody else changed it: the panels around the text show it anew. */
export async function readNewest(asked: { readonly articleId: number }): Promise<NewestDraft | null> {
  const input = oneArticle.safeParse(asked)
  const found = await findEditable(input.data?.articleId)
  if (!input.success || !found?.scope) return null
  refresh()
  return findNewestDraft(input.data.articleId)
}

/** Texts of this article that are in no revision: of crashed tabs, of other devices, of whoever was taken over from. */
export async function readLooseCopies(asked: { readonly articleId: number }): Promise<readonly LooseCopy[]> {
  const input = oneArticle.safeParse(asked)
  const found = await findEditable(input.data?.articleId)
  return input.success && found?.scope ? listLooseCopies(input.data.articleId) : []
}

/**
 * Puts a copy away as it was looked at. It is kept for a while: `bringBackCopy` undoes it. What its tab has sent since stays, and is
 * the answer.
 */
export async function putAwayCopy(asked: {
  readonly articleId: number
  readonly tab: string
  readonly sequence: number
}): Promise<LooseCopy | null> {
  const input = seenCopy.safeParse(asked)
  const found = await findEditable(input.data?.articleId)
  if (!input.success || !found?.scope) return null
  const { articleId, tab, sequence } = input.data
  await closeWorkingCopy({ articleId, tab, upTo: sequence, now: new Date() })
  return (await listLooseCopies(articleId)).find((one) => one.tab === tab) ?? null
}

export async function bringBackCopy(asked: { readonly articleId: number; readonly tab: string }): Promise<void> {
  const input = oneCopy.safeParse(asked)
  const found = await findEditable(input.data?.articleId)
  if (input.success && found?.scope) await reopenWorkingCopy(input.data)
}

/** The key of drafts that this person left on a device in an earlier session. */
export async function readDraftKey(asked: { readonly keyId: string }): Promise<string | null> {
  const input = z.strictObject({ keyId: z.string().regex(/^[0-9a-f]{32}$/) }).safeParse(asked)
  const user = await admittedUser()
  return input.success && user ? draftKey({ userId: user.id, keyId: input.data.keyId }) : null
}

/** Null when nobody is signed in; without `scope` they may not change this article, or there is none. */
async function findEditable(
  articleId: number | undefined,
): Promise<{ readonly user: SignedIn; readonly scope: ArticleScope | null } | null> {
  const user = await currentUser()
  if (!user) return null
  const isAdmitted = (await admittedUser()) !== null
  const scope = articleId === undefined || !isAdmitted ? null : await findArticleScope(articleId)
  return { user, scope: scope && may(user, 'article.edit', scope) ? scope : null }
}

function reasonOf(refusal: Exclude<SaveRefusal, { kind: 'stale' | 'rejected' | 'not-sent' }>, words: EditorWords) {
  switch (refusal.kind) {
    case 'address-taken':
      return words('refusal.addressTaken')
    case 'bad-slug':
      return words('refusal.badSlug')
    case 'held':
      return words(`refusal.held.${refusal.part}`)
    case 'picture-barred':
      return words('refusal.pictureBarred', { name: refusal.fileName })
    case 'missing':
      return words(`refusal.missing.${refusal.part}`)
    case 'no-such-article':
      return words('refusal.gone')
    default:
      return words('refusal.alreadyGone')
  }
}
