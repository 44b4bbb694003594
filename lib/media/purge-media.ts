import { tags } from '#lib/domain/workflow/tags.ts'
import { dropPictureFiles } from './uploads/uploads.ts'

/**
 * Drops what this worker holds of pictures that a change took away, in memory and on its disk: each worker has a memory of its own,
 * and those of other machines their own disks. Heard twice it does nothing the second time.
 */
export async function purgeMedia(changed: readonly string[]): Promise<void> {
  const tokens = named(changed, tags.renditions(''))
  const sha256s = named(changed, tags.original(''))
  if (tokens.length + sha256s.length > 0) await dropPictureFiles({ tokens, sha256s })
}

function named(changed: readonly string[], prefix: string): readonly string[] {
  // Names of files: what is no token and no hash names none.
  return changed
    .filter((tag) => tag.startsWith(prefix))
    .map((tag) => tag.slice(prefix.length))
    .filter((name) => /^[A-Za-z0-9_-]{16,64}$/.test(name))
}
