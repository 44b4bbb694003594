import type { FormState } from '#lib/domain/form-state.ts'
import type { Batch, BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'

/** A line that says nothing for so long is taken for cut. */
const answerWithinMs = 10_000
/** What browsers let a page send while it goes (Fetch, keepalive: 64 KiB for all requests under way). */
const mostLastBytes = 60_000

export type Wants = 'hold' | 'watch' | 'take' | 'leave'

export function sendBatch(articleId: number, batch: Batch): Promise<BatchAnswer> {
  const headers = { 'If-Match': `"${batch.baseVersion}"` }
  return post(`/admin/articles/${articleId}/working-copy`, batch, headers)
}

export function sendPresence(articleId: number, presence: { readonly tab: string; readonly wants: Wants }) {
  return post(`/admin/articles/${articleId}/presence`, presence)
}

/** One step of a sign-in in place: an e-mail with its password, or a code. Null: no answer came. */
export async function sendSignIn(form: FormData): Promise<FormState | null> {
  try {
    const response = await fetch('/admin/sign-in-here', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return response.status < 500 ? ((await response.json()) as FormState) : null
  } catch {
    return null
  }
}

/** The last words of a page that is going. What is too long for that stays on the device. */
export function sendLast(articleId: number, tab: string, batch: Batch | null): void {
  const body = JSON.stringify(batch ?? { tab, wants: 'leave' })
  const fits = new Blob([body]).size < mostLastBytes
  const path = batch && fits ? 'working-copy?leave' : 'presence'
  void fetch(`/admin/articles/${articleId}/${path}`, {
    method: 'POST',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: fits ? body : JSON.stringify({ tab, wants: 'leave' }),
  }).catch(() => undefined)
}

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<BatchAnswer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    if (response.status >= 500 || !response.headers.get('content-type')?.startsWith('application/json'))
      return { kind: 'unreachable' }
    return (await response.json()) as BatchAnswer
  } catch {
    return { kind: 'unreachable' }
  }
}
