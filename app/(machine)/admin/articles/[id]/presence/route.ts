import { leaveArticle } from '#lib/actions/support/working-copy-to-revision.ts'
import type { LockView } from '#lib/domain/writing/saving/save-answers.ts'
import { type Presence, presenceSchema } from '#lib/input/articles/saving.ts'
import { findLock, holdLock, takeOverLock } from '#lib/store/articles/writing/article-lock.ts'
import { findVersion } from '#lib/store/articles/writing/revisions.ts'
import { findSequence } from '#lib/store/articles/writing/working-copy.ts'
import { readJsonOrNull } from '../../../../read-bytes.ts'
import { type Allowed, allowEdit, answer } from '../guard.ts'

const mostBytes = 1000

/** A tab's sign of life, every two seconds. The answer tells who writes here and how far the article is. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const allowed = await allowEdit(request, params)
  if (allowed instanceof Response) return allowed
  const presence = presenceSchema.safeParse(await readJsonOrNull(request, mostBytes))
  if (!presence.success) return answer(400, { kind: 'refused' })
  const { articleId } = allowed
  const lock = await lockFor(presence.data, allowed)
  const [version, sequence] = await Promise.all([findVersion(articleId), findSequence(articleId, presence.data.tab)])
  return answer(200, { kind: 'heard', sequence, version: version ?? 0, lock })
}

async function lockFor({ tab, wants }: Presence, allowed: Allowed): Promise<LockView | null> {
  const { articleId, user } = allowed
  const now = new Date()
  const asking = { articleId, userId: user.id, tab, now }
  switch (wants) {
    case 'hold':
      return holdLock(asking)
    case 'take':
      return takeOverLock(asking)
    case 'watch':
      return findLock(articleId, now)
    case 'leave':
      await leaveArticle({ ...allowed, tab, now })
      return findLock(articleId, now)
  }
}
