import { leaveArticle } from '#lib/actions/support/working-copy-to-revision.ts'
import { mostBatchBytes, parseBatch } from '#lib/input/articles/saving.ts'
import { findLock } from '#lib/store/articles/writing/article-lock.ts'
import { findVersion } from '#lib/store/articles/writing/revisions.ts'
import { keepWorkingCopy } from '#lib/store/articles/writing/working-copy.ts'
import { readJson } from '../../../../read-bytes.ts'
import { allowEdit, answer } from '../guard.ts'

/** A list that nobody reads to its end helps nobody. */
const mostProblems = 20

/**
 * Keeps what a tab typed. Never refused for being stale: a copy overwrites nothing, and the answer's `version` tells that the
 * article moved on. `?leave` comes from a page that is going: its copy becomes a revision when nobody wrote meanwhile.
 */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const allowed = await allowEdit(request, params)
  if (allowed instanceof Response) return allowed
  const { articleId, user } = allowed
  const read = await readJson(request, mostBatchBytes)
  if (read === 'bad') return answer(400, { kind: 'refused' })
  const problems = [{ path: 'body', message: `is longer than ${mostBatchBytes} bytes` }]
  if (read === 'long') return answer(413, { kind: 'rejected', problems })
  const batch = parseBatch(read.value)
  if (!batch.ok) return answer(422, { kind: 'rejected', problems: batch.error.slice(0, mostProblems) })
  const { tab, draft, base = null, baseVersion } = batch.value
  const now = new Date()
  const sequence = await keepWorkingCopy({ ...batch.value, articleId, userId: user.id, draft, base, now })
  if (sequence === null) return answer(403, { kind: 'refused' })
  if (new URL(request.url).searchParams.has('leave')) await leaveArticle({ ...allowed, tab, now })
  const [version, lock] = await Promise.all([findVersion(articleId), findLock(articleId, now)])
  return answer(200, { kind: 'heard', sequence, version: version ?? baseVersion, lock })
}
