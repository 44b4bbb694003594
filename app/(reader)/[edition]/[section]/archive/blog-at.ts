import { cache } from 'react'
import type { Blog } from '#lib/domain/blog.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { findScene, type Scene } from '../../scene.ts'

/** The blog whose archive is asked for; null where no blog stands. */
export const findBlogAt = cache(
  async (editionSegment: string, slug: string): Promise<{ readonly scene: Scene; readonly blog: Blog | null }> => {
    const scene = await findScene(editionSegment)
    const at = scene.isEdition ? await findSectionAt({ editionId: scene.chrome.edition.id, slug }) : null
    return { scene, blog: at?.kind === 'blog' ? at.blog : null }
  },
)
