import type { HeldText } from './draft-log.ts'

/** What was typed a moment ago is on its way: an open tab sends within a second. */
const freshMs = 2500
const lookEveryMs = 200
const mostLooks = 15
/** A device that says nothing must not keep anybody signed in: what lies on it stays sealed. */
const answerWithinMs = 1000

/** Articles whose words only this device has, newest first, once the tabs that are open had time to send what they have. */
export async function articlesHeld(find: () => Promise<readonly HeldText[]>): Promise<readonly number[]> {
  for (let look = 1; ; look++) {
    const held = await Promise.race([find().catch(() => []), after(answerWithinMs).then(() => [])])
    const [newest] = held
    const isFresh = newest !== undefined && Math.abs(Date.now() - Date.parse(newest.at)) < freshMs
    if (!isFresh || look === mostLooks) return [...new Set(held.map(({ articleId }) => articleId))]
    await after(lookEveryMs)
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
