import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { lacksTwoFactor } from '#lib/domain/people/roles.ts'
import { database } from '#lib/store/database/client.ts'
import { findTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'

/** Who a session belongs to, with what they may do; null when it is over or the person may not sign in any more. */
export async function findSignedIn(
  sessionId: string,
  now: Date,
): Promise<(SignedIn & { readonly hasTwoFactor: boolean }) | null> {
  const session = await database().session.findFirst({
    where: { id: sessionId, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      id: true,
      signedInAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          interfaceLocale: true,
          twoFactorEnabled: true,
          grants: { select: { role: true, editionId: true, blogId: true } },
        },
      },
    },
  })
  if (!session) return null
  const { twoFactorEnabled, ...person } = session.user
  return { ...person, sessionId: session.id, signedInAt: session.signedInAt, hasTwoFactor: twoFactorEnabled }
}

/** Whether a session's token is one that somebody may work with now: for handlers that know no person. */
export async function isSessionAdmitted(token: string, now: Date): Promise<boolean> {
  const session = await database().session.findFirst({
    where: { token, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      user: { select: { twoFactorEnabled: true, grants: { select: { role: true, editionId: true, blogId: true } } } },
    },
  })
  if (!session) return false
  const { twoFactorEnabled: hasTwoFactor, grants } = session.user
  return hasTwoFactor || !lacksTwoFactor({ hasTwoFactor, grants }, await findTwoFactorRoles())
}

/** They proved again who they are. */
export async function confirmSession(sessionId: string, now: Date): Promise<void> {
  await database().session.update({ where: { id: sessionId }, data: { signedInAt: now } })
}
