/** Days that a session can last. The longest is as long as a browser keeps the cookie (lib/auth/auth.ts). */
export const sessionDays = [1, 7, 14, 30, 90] as const

export type SessionDays = (typeof sessionDays)[number]

export const standardSessionDays: SessionDays = 14

export function isSessionDays(value: unknown): value is SessionDays {
  return sessionDays.some((days) => days === value)
}
