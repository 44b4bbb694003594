import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase } from './database.ts'
import type { MadeDesk } from './desks.ts'

/** The board of a desk that a test made. */
export function boardPath({ blogId }: MadeDesk): string {
  return `/admin/board?desk=blog-${blogId}`
}

/** Puts a deadline or a stage on an article, as if it had been there for long. */
export async function standsAt(
  articleId: number,
  at: { readonly dueAt?: Date; readonly deskStageId?: number },
): Promise<void> {
  openSiteDatabase()
  await inTransaction(async (open) => {
    await open.article.update({ where: { id: articleId }, data: at })
  })
}
