export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/tiff'

/**
 * What a file is by its first bytes, or null. Stands before the decoder, which would try SVG, PDF and dozens of other
 * formats with parsers that nobody here needs.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const starts = (text: string, at = 0) =>
    [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp'
  if (starts('ftypavif', 4)) return 'image/avif'
  if (starts('II*\0') || starts('MM\0*')) return 'image/tiff'
  return null
}
