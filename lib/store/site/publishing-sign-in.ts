import {
  isPublishingSignIn,
  type PublishingSignInHours,
  standardPublishingSignIn,
} from '#lib/domain/site/publishing-sign-in.ts'
import { database } from '#lib/store/database/client.ts'
import { changeSetting } from './change-setting.ts'

const key = 'publishing-sign-in'

/** How old, in hours, a sign-in may be to bring something to readers; 0: as old as it is. */
export async function findPublishingSignIn(): Promise<PublishingSignInHours> {
  const setting = await database().setting.findUnique({ where: { key } })
  return isPublishingSignIn(setting?.value) ? setting.value : standardPublishingSignIn
}

export async function changePublishingSignIn(change: {
  readonly hours: PublishingSignInHours
  readonly by: string
  readonly now: Date
}): Promise<void> {
  await changeSetting({ ...change, key, value: change.hours })
}
