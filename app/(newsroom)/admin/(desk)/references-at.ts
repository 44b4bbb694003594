import type { CounterpartField } from '#components/admin/references/reference-fields.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { listReferenceChoices, listReferences } from '#lib/store/references/references-admin.ts'
import { listAllEditions } from '#lib/store/site/editions-admin.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** The editions in which this person may edit them. */
export async function permittedEditions(kind: ReferenceKind, user: SignedIn): Promise<readonly Edition[]> {
  return (await listAllEditions()).filter(({ id }) => may(user, `${kind}.edit`, { editionId: id }))
}

/** The list that an address asks for: an edition, and words. */
export async function listAt(kind: ReferenceKind, user: SignedIn, query: Query) {
  const editions = await permittedEditions(kind, user)
  const asked = Number(query.edition)
  const edition = editions.find(({ id }) => id === asked) ?? editions.find(({ isDefault }) => isDefault) ?? editions[0]
  const text = typeof query.text === 'string' ? query.text.slice(0, 200) : ''
  if (!edition) return null
  return { ...(await listReferences(kind, { editionId: edition.id, text })), edition, editions, text }
}

/** What stands for it in the other editions, and what could. */
export async function counterpartsAt(
  kind: ReferenceKind,
  user: SignedIn,
  own: {
    readonly edition: Edition
    readonly counterparts: readonly { readonly id: number; readonly editionId: number }[]
  },
): Promise<readonly CounterpartField[]> {
  const others = (await permittedEditions(kind, user)).filter(({ id }) => id !== own.edition.id)
  return Promise.all(
    others.map(async (edition) => ({
      edition,
      current: own.counterparts.find(({ editionId }) => editionId === edition.id)?.id ?? null,
      choices: await listReferenceChoices(kind, edition.id),
    })),
  )
}

export function rowOf(value: Query[string]): number | null {
  const id = rowId.safeParse(value)
  return id.success ? id.data : null
}
