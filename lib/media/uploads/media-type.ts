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

const brandsOfAvif: ReadonlySet<string> = new Set(['avif', 'avis'])
const brandsOfHeif: ReadonlySet<string> = new Set([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'],
  ...['mif1', 'mif2', 'msf1'],
])
/** Phones name a handful. */
const mostBrands = 32

/**
 * Whether a file is a HEIC or another HEIF picture, by the brands of its first box (ISO/IEC 23008-12, 10). AVIF is one of that
 * family too, and not meant here.
 */
export function isHeif(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < 16 || view.toString('latin1', 4, 8) !== 'ftyp') return false
  const end = Math.min(view.readUInt32BE(0), view.length, 16 + 4 * mostBrands)
  const brands = [view.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(view.toString('latin1', at, at + 4))
  return brands.some((brand) => brandsOfHeif.has(brand)) && !brands.some((brand) => brandsOfAvif.has(brand))
}
