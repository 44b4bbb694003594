import { setReply } from '#lib/env/slot.ts'
import { articlePath, sectionPath } from '#lib/site/urls.ts'
import { findByOldAddress } from '#lib/store/pages/old-address.ts'
import { findAddressOfArticle } from '#lib/store/pages/permanent.ts'
import { Gone } from './gone.tsx'
import { Missing } from './missing.tsx'
import { findScene, type Scene } from './scene.ts'

type Props = {
  readonly path: string
  /** Where it leads when no earlier site had it; without one it is missing. */
  readonly otherwise?: string
  readonly scene: Scene
}

/** The last word on an address where nothing of ours stands: 301 to the article or page that had it on an earlier site, or 404. */
export async function OldAddress({ path, otherwise, scene }: Props) {
  const target = await findByOldAddress(path)
  const at = target?.kind === 'article' ? await findAddressOfArticle(target.id) : null
  if (at?.kind === 'gone') return <Gone gone={at.gone} scene={await findScene(at.edition.key)} />
  const page = target?.kind === 'page' ? sectionPath(target.edition, target.slug) : null
  const location = page ?? (at?.kind === 'at' ? articlePath(at.edition, at) : otherwise)
  if (!location) return <Missing scene={scene} />
  setReply({ kind: 'moved', location })
  return null
}

/** An address as earlier sites are remembered: with what is an edition's prefix here. */
export function oldPath(edition: string, ...segments: readonly string[]): string {
  return [...(edition === '_' ? [] : [edition]), ...segments].join('/')
}
