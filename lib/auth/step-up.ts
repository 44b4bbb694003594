import 'server-only'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { findPublishingSignIn } from '#lib/store/site/publishing-sign-in.ts'
import { isFresh } from './session.ts'

/** What asks for a young sign-in: what can't be undone does always, what readers will see where the newsroom wants it so. */
export type StepUp = 'irreversible' | 'publishing'

const hourMs = 3_600_000

/** Whether who asks must first prove once more who they are. */
export async function isSignInTooOld(user: SignedIn, before: StepUp, now: Date): Promise<boolean> {
  if (before === 'irreversible') return !isFresh(user, now)
  const hours = await findPublishingSignIn()
  return hours > 0 && now.getTime() - user.signedInAt.getTime() >= hours * hourMs
}
