/** What a person may do, from least to most; each role may do all that those before it may (permissions.ts). */
export const roles = ['contributor', 'reporter', 'editor', 'chief_editor', 'administrator'] as const

export type Role = (typeof roles)[number]

/** A role everywhere (no edition, no blog), in one edition, or in one blog. Never both an edition and a blog. */
export type Grant = { readonly role: Role; readonly editionId: number | null; readonly blogId: number | null }

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** The highest role among grants, for a label beside a name; null without any. */
export function highestRole(grants: readonly Grant[]): Role | null {
  return roles.findLast((role) => grants.some((grant) => grant.role === role)) ?? null
}

/** Whether somebody has a role that wants a second factor, and no such factor: they set one up before anything else. */
export function lacksTwoFactor(
  person: { readonly hasTwoFactor: boolean; readonly grants: readonly Grant[] },
  wantedBy: readonly Role[],
): boolean {
  return !person.hasTwoFactor && person.grants.some(({ role }) => wantedBy.includes(role))
}
