/**
 * Hours after which a sign-in is too old to bring something to readers: the password or passkey is asked for again. 0 asks never.
 * Half a day is a shift, four hours a laptop that was left open at lunch.
 */
export const publishingSignInHours = [0, 12, 4, 1] as const

export type PublishingSignInHours = (typeof publishingSignInHours)[number]

export const standardPublishingSignIn: PublishingSignInHours = 0

export function isPublishingSignIn(value: unknown): value is PublishingSignInHours {
  return publishingSignInHours.some((hours) => hours === value)
}
