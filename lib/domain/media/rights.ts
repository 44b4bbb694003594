/** Why a picture may not be put anywhere new. Where it stands already it stays, until somebody takes it out. */
export type Bar = 'expired' | 'no-reuse'

export type PictureRights = {
  /** The last day on which it may be shown, as midnight UTC at its start; null without an end. */
  readonly rightsUntil: Date | null
  readonly isReusable: boolean
}

const dayMs = 24 * 3_600_000

/** Whether the last day of its rights is over. */
export function hasExpired(rightsUntil: Date | null, at: Date): boolean {
  return rightsUntil !== null && at.getTime() >= rightsUntil.getTime() + dayMs
}

export function barOf({ rightsUntil, isReusable }: PictureRights, at: Date): Bar | null {
  if (hasExpired(rightsUntil, at)) return 'expired'
  return isReusable ? null : 'no-reuse'
}
