import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

export type BlogWords = {
  readonly name: string
  readonly standfirst: string
  readonly description: string
  /** Stands beside all articles of the blog. */
  readonly about: Body
  readonly editorId: number | null
}

export type BlogRefusal = { readonly kind: 'no-such-blog' | 'stale' | 'no-such-editor' }

/** Replaces what a blog says of itself. `seenAt` is when it had last changed for whoever changes it now. */
export async function changeBlog(change: {
  readonly blogId: number
  readonly seenAt: Date
  readonly words: BlogWords
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, BlogRefusal>> {
  const { blogId, seenAt, words, by, now } = change
  return inTransaction(async (database) => {
    const [before] = await database.$queryRaw<(BlogWords & { editionId: number; changedAt: Date })[]>`
      SELECT * FROM "Blog" WHERE "id" = ${blogId} FOR UPDATE`
    if (!before) return refuse({ kind: 'no-such-blog' })
    if (before.changedAt.getTime() !== seenAt.getTime()) return refuse({ kind: 'stale' })
    const { editionId } = before
    if (words.editorId !== null) {
      const editor = await database.contributor.findFirst({ where: { id: words.editorId, editionId } })
      if (!editor) return refuse({ kind: 'no-such-editor' })
    }
    const data = { ...words, about: [...words.about], changedAt: now }
    await database.blog.update({ where: { id: blogId }, data })
    const hasNewName = before.name !== words.name
    const outdated = [
      tags.blog(blogId),
      // The front introduces each blog by both.
      ...(hasNewName || before.standfirst !== words.standfirst ? [tags.front(editionId)] : []),
      // The navigation of every page names it, and so do the lists.
      ...(hasNewName ? [tags.chrome(editionId)] : []),
    ]
    await announce({ kind: 'blog.change', tags: outdated, isHard: false, detail: { blogId } })
    await appendAudit({ actor: by.name, action: 'blog.change', subject: `blog:${blogId}`, details: words, at: now })
    return ok(undefined)
  })
}

/** Gives a blog its standfirst where it has none; what it says afterwards. Called inside a transaction. */
export async function introduceBlog(words: {
  readonly blogId: number
  readonly standfirst: string
  readonly by: Editor
  readonly now: Date
}): Promise<string> {
  const { blogId, standfirst, by, now } = words
  return inTransaction(async (database) => {
    const [changed] = await database.$queryRaw<{ editionId: number }[]>`
      UPDATE "Blog" SET "standfirst" = ${standfirst}, "changedAt" = ${now}
      WHERE "id" = ${blogId} AND "standfirst" = '' RETURNING "editionId"`
    if (!changed)
      return (await database.blog.findUniqueOrThrow({ where: { id: blogId }, select: { standfirst: true } })).standfirst
    const outdated = [tags.blog(blogId), tags.front(changed.editionId)]
    await announce({ kind: 'blog.change', tags: outdated, isHard: false, detail: { blogId } })
    const details = { standfirst }
    await appendAudit({ actor: by.name, action: 'blog.change', subject: `blog:${blogId}`, details, at: now })
    return standfirst
  })
}
