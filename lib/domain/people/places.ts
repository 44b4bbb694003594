import { type Permission, type SignedIn, table } from '#lib/domain/people/permissions.ts'

/** Where somebody may do something: everywhere, or in these editions and these blogs. */
export type Places =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'some'; readonly editionIds: readonly number[]; readonly blogIds: readonly number[] }

/** The places whose rows a list shows. For lists only: each row's acts are asked for one by one (permissions.ts). */
export function placesOf(user: Pick<SignedIn, 'grants'>, permission: Permission): Places {
  const grants = user.grants.filter(({ role }) => table[role][permission] !== undefined)
  if (grants.some(({ editionId, blogId }) => editionId === null && blogId === null)) return { kind: 'everywhere' }
  return {
    kind: 'some',
    editionIds: grants.flatMap(({ editionId, blogId }) => (blogId === null && editionId !== null ? [editionId] : [])),
    blogIds: grants.flatMap(({ blogId }) => (blogId === null ? [] : [blogId])),
  }
}
