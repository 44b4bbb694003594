import type { State } from '#lib/domain/workflow/newsroom.ts'
import { type Grant, type Role, roles } from './roles.ts'

export const permissions = [
  'article.create',
  'article.edit',
  'article.review',
  'article.publish',
  'article.schedule',
  'article.correct',
  'article.withdraw',
  'article.kill',
  'article.move',
  'front.arrange',
  'alert.run',
  'blog.edit',
  'topic.edit',
  'contributor.edit',
  'page.edit',
  'edition.edit',
  'site.edit',
  'media.upload',
  'media.edit',
  'media.delete',
  'comment.write',
  'preview.share',
  'people.manage',
  'audit.read',
  'stage.edit',
  'key.manage',
] as const

export type Permission = (typeof permissions)[number]

/** Who is asking, as far as a decision needs to know. */
export type SignedIn = {
  readonly id: string
  readonly name: string
  readonly email: string
  /** BCP 47 language of the admin pages. */
  readonly interfaceLocale: string
  readonly grants: readonly Grant[]
  readonly sessionId: string
  /** When they last proved who they are: step-up asks for it (lib/auth/session.ts). */
  readonly signedInAt: Date
}

/**
 * What an act is about. A blog comes with its edition, so that a grant for the edition covers it. Without edition and blog
 * it is about the whole site. `authorId` is the user who began the article.
 */
export type Scope = {
  readonly editionId?: number
  readonly blogId?: number
  readonly authorId?: string | null
  readonly state?: State['kind']
}

/** How far a permission reaches: everything in the grant's scope, what one wrote, or what one wrote and nobody took up yet. */
export type Reach = 'any' | 'own' | 'own-draft'

type Reaches = Readonly<Partial<Record<Permission, Reach>>>

/** What each role adds to the role before it. */
const added: Readonly<Record<Role, Reaches>> = {
  contributor: { 'article.create': 'any', 'article.edit': 'own-draft' },
  reporter: { 'article.edit': 'own', 'media.upload': 'any', 'comment.write': 'any', 'preview.share': 'own' },
  editor: {
    'article.edit': 'any',
    'article.review': 'any',
    'article.publish': 'any',
    'article.schedule': 'any',
    'article.correct': 'any',
    'article.move': 'any',
    'front.arrange': 'any',
    'alert.run': 'any',
    'blog.edit': 'any',
    'media.edit': 'any',
    'preview.share': 'any',
  },
  chief_editor: {
    'article.withdraw': 'any',
    'article.kill': 'any',
    'topic.edit': 'any',
    'contributor.edit': 'any',
    'page.edit': 'any',
    'media.delete': 'any',
    'audit.read': 'any',
    'stage.edit': 'any',
  },
  administrator: { 'edition.edit': 'any', 'site.edit': 'any', 'people.manage': 'any', 'key.manage': 'any' },
}

/** The whole table, role × permission. What is not in it is refused. */
export const table: Readonly<Record<Role, Reaches>> = (() => {
  let reaches: Reaches = {}
  const rows = roles.map((role) => {
    reaches = { ...reaches, ...added[role] }
    return [role, reaches] as const
  })
  return Object.fromEntries(rows) as Record<Role, Reaches>
})()

/** Pictures belong to no edition: a role anywhere is enough. */
const placeless: ReadonlySet<Permission> = new Set(['media.upload', 'media.edit', 'media.delete'])

/** What a whole edition is asked for, or all of them: a grant for less never reaches it. */
const leastPlaces: Readonly<Partial<Record<Permission, 'edition' | 'site'>>> = {
  'front.arrange': 'edition',
  'alert.run': 'edition',
  'topic.edit': 'edition',
  'contributor.edit': 'edition',
  'page.edit': 'edition',
  'edition.edit': 'edition',
  'site.edit': 'site',
  'people.manage': 'site',
  'audit.read': 'site',
  'key.manage': 'site',
}

/** Whether `user` may do this here. Without a scope the question is about the whole site. */
export function may(user: Pick<SignedIn, 'id' | 'grants'>, permission: Permission, scope: Scope = {}): boolean {
  return user.grants.some((grant) => {
    const reach = table[grant.role][permission]
    if (!reach || !(placeless.has(permission) || covers(grant, scope))) return false
    return reach === 'any' || (scope.authorId === user.id && (reach === 'own' || scope.state === 'draft'))
  })
}

/** Whether `user` has this role, or a higher one, where something is. */
export function hasRole(user: Pick<SignedIn, 'grants'>, role: Role, scope: Scope): boolean {
  return user.grants.some((grant) => roles.indexOf(grant.role) >= roles.indexOf(role) && covers(grant, scope))
}

/** Whether there is anything at all on which `user` may do this: for menus and lists, never for the act itself. */
export function mayAnywhere(user: Pick<SignedIn, 'grants'>, permission: Permission): boolean {
  return user.grants.some((grant) => table[grant.role][permission] !== undefined && isWideEnough(grant, permission))
}

/** A page of one's own that opens nothing is no page: who edits one blog arranges no front. */
function isWideEnough({ editionId, blogId }: Grant, permission: Permission): boolean {
  const least = leastPlaces[permission]
  return least === undefined || (blogId === null && (least === 'edition' || editionId === null))
}

function covers(grant: Grant, scope: Scope): boolean {
  if (grant.blogId !== null) return scope.blogId === grant.blogId
  if (grant.editionId !== null) return scope.editionId === grant.editionId
  return true
}
