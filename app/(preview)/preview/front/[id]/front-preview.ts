import { cache } from 'react'
import { admittedUser } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { type Front, findPreviewedFront } from '#lib/store/pages/front.ts'
import { findFrontDraft } from '#lib/store/sections/front-draft.ts'
import { findArrangedFront } from '#lib/store/sections/fronts-admin.ts'
import { findScene, type Scene } from '../../../../(reader)/[edition]/scene.ts'

/** A front as this person arranged it last. To whoever arranges none, and before anything was arranged, there is nothing here. */
export const findFrontPreview = cache(
  async (editionId: string): Promise<{ readonly scene: Scene; readonly front: Front | null }> => {
    const user = await admittedUser()
    const id = Number(editionId)
    const mayArrange = user && may(user, 'front.arrange', { editionId: id })
    const [slots, arranged] = mayArrange
      ? await Promise.all([findFrontDraft({ editionId: id, userId: user.id }), findArrangedFront(id)])
      : [null, null]
    if (!slots || !arranged) return { scene: await findScene('_'), front: null }
    const { edition } = arranged
    const [scene, front] = await Promise.all([
      findScene(edition.isDefault ? '_' : edition.key),
      findPreviewedFront(id, slots),
    ])
    return { scene, front }
  },
)
