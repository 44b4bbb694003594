import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from '#lib/env/env.ts'

const shape = /^preview-([0-9a-z]{1,6})-([0-9a-z]{1,6})-([A-Za-z0-9_-]{32})$/

/**
 * Stands in a preview's picture addresses where a public one has the picture's token: it names link and picture, is signed, and ends
 * with its link. The picture's own token stays in the newsroom.
 */
export function previewPictureToken(linkId: number, pictureId: number): string {
  return `preview-${linkId.toString(36)}-${pictureId.toString(36)}-${seal(linkId, pictureId)}`
}

/** The link and picture that a token was made for, or null when it is none of ours. */
export function readPreviewPictureToken(token: string): { readonly linkId: number; readonly pictureId: number } | null {
  const [, link, picture, mac] = shape.exec(token) ?? []
  if (!link || !picture || !mac) return null
  const read = { linkId: Number.parseInt(link, 36), pictureId: Number.parseInt(picture, 36) }
  return timingSafeEqual(Buffer.from(mac), Buffer.from(seal(read.linkId, read.pictureId))) ? read : null
}

function seal(linkId: number, pictureId: number): string {
  return createHmac('sha256', authSecret())
    .update(`masthead preview picture ${linkId} ${pictureId}`)
    .digest('base64url')
    .slice(0, 32)
}
