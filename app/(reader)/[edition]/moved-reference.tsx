import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { setReply } from '#lib/env/slot.ts'
import type { contributorPath, topicPath } from '#lib/site/urls.ts'
import { findMovedReference } from '#lib/store/pages/moved-reference.ts'
import { Missing } from './missing.tsx'
import type { Scene } from './scene.ts'

type Props = {
  readonly kind: ReferenceKind
  readonly slug: string
  readonly pathOf: typeof contributorPath | typeof topicPath
  readonly scene: Scene
}

/** An address where no topic or contributor stands: 301 to what was renamed or merged away from there, or 404. */
export async function MovedReference({ kind, slug, pathOf, scene }: Props) {
  const { edition } = scene.chrome
  const movedTo = scene.isEdition ? await findMovedReference(kind, { editionId: edition.id, slug }) : null
  if (movedTo === null) return <Missing scene={scene} />
  setReply({ kind: 'moved', location: pathOf(edition, movedTo) })
  return null
}
