import type { Body } from '#lib/domain/text/body.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { announce } from '#lib/store/announce.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/client.ts'

/** Replaces the About box of a blog, which stands beside all its articles. */
export async function changeBlogAbout(change: {
  readonly blogId: number
  readonly about: Body
  readonly by: Editor
  readonly now: Date
}): Promise<void> {
  const { blogId, about, by, now } = change
  await inTransaction(async (database) => {
    await database.blog.update({ where: { id: blogId }, data: { about: [...about], changedAt: now } })
    await announce({ kind: 'blog.about', tags: [tags.blog(blogId)], isHard: false, detail: { blogId } })
    await appendAudit({ actor: by.name, action: 'blog.about', subject: `blog:${blogId}`, details: { about }, at: now })
  })
}
