import { requireUser } from '#lib/auth/session.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { findReferenceEdition } from '#lib/store/references/references-admin.ts'

/** Whoever may edit the topic or contributor that the form names; anyone else gets the sign-in page or 403. */
export async function requireReference(kind: ReferenceKind, form: FormData): Promise<SignedIn> {
  const id = rowId.safeParse(form.get('id'))
  const editionId = id.success ? await findReferenceEdition(kind, id.data) : null
  return requireUser(`${kind}.edit`, editionId === null ? {} : { editionId })
}
