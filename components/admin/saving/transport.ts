import type { FormState } from '#lib/domain/form-state.ts'
import { asAnswer, type Batch, type BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'

const writerHeader = 'Masthead-Writer'
/** A line that says nothing for so long is taken for cut. */
const answerWithinMs = 10_000
/** What browsers let a page send while it goes (Fetch, keepalive: 64 KiB for all requests under way). */
const mostLastBytes = 60_000

/** Whose page it is goes along: a colleague may have signed in in this browser since, and these are not their words. */
export type Page = { readonly articleId: number; readonly userId: string }

export type Wants = 'hold' | 'watch' | 'take' | 'leave'

export function sendBatch(page: Page, batch: Batch): Promise<BatchAnswer> {
  return post(page, 'working-copy', batch, { 'If-Match': `"${batch.baseVersion}"` })
}

export function sendPresence(page: Page, presence: { readonly tab: string; readonly wants: Wants }) {
  return post(page, 'presence', presence)
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
export function sendLast(page: Page, tab: string, batch: Batch | null): void {
  const body = JSON.stringify(batch ?? { tab, wants: 'leave' })
  const fits = new Blob([body]).size < mostLastBytes
  const path = batch && fits ? 'working-copy?leave' : 'presence'
  void fetch(addressOf(page, path), {
    method: 'POST',
    keepalive: true,
    headers: headersOf(page),
    body: fits ? body : JSON.stringify({ tab, wants: 'leave' }),
  }).catch(() => undefined)
}

async function post(
  page: Page,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<BatchAnswer> {
  try {
    const response = await fetch(addressOf(page, path), {
      method: 'POST',
      headers: { ...headersOf(page), ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    if (response.status >= 500 || !response.headers.get('content-type')?.startsWith('application/json'))
      return { kind: 'unreachable' }
    // A hotel's gateway answers everything, in JSON too.
    return asAnswer(await response.json()) ?? { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

function addressOf({ articleId }: Page, path: string): string {
  return `/admin/articles/${articleId}/${path}`
}

function headersOf({ userId }: Page): Readonly<Record<string, string>> {
  return { 'Content-Type': 'application/json', [writerHeader]: userId }
}
