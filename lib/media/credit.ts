import readExif from 'exif-reader'
import type { Metadata } from 'sharp'
import { type DigitalSource, digitalSourceUri } from '#lib/domain/media/digital-source.ts'

export type Credit = {
  readonly credit: string
  readonly copyright: string | null
  readonly digitalSource: DigitalSource | null
}

/** What a photographer's own camera or agency wrote into the file, where it can be read. */
export function creditIn({ exif }: Pick<Metadata, 'exif'>): { readonly artist: string; readonly copyright: string } {
  const none = { artist: '', copyright: '' }
  if (!exif) return none
  try {
    const { Image } = readExif(exif)
    return { artist: textOf(Image?.Artist), copyright: textOf(Image?.Copyright) }
  } catch {
    // Damaged metadata is no reason to withhold a picture; none of it is passed on.
    return none
  }
}

/** Sharp's EXIF input: the two fields that every viewer shows, as far as EXIF's ASCII can say them. */
export function exifOf({ credit, copyright }: Omit<Credit, 'digitalSource'>): {
  readonly IFD0: Record<string, string>
} {
  const fields = { Artist: plain(credit), Copyright: plain(copyright ?? '') }
  return { IFD0: Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')) }
}

/**
 * The same as XMP, which says a credit line in every script (IPTC Photo Metadata 2024.1, sections 2.3 and 2.7), and how the picture
 * came to be: who gets the file alone learns that AI made it (section 3.11).
 */
export function xmpOf({ credit, copyright, digitalSource }: Credit): string {
  const rights = copyright
    ? `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(copyright)}</rdf:li></rdf:Alt></dc:rights>`
    : ''
  const source = digitalSource
    ? `<Iptc4xmpExt:DigitalSourceType xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${digitalSourceUri(digitalSource)}</Iptc4xmpExt:DigitalSourceType>`
    : ''
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><photoshop:Credit>${escaped(credit)}</photoshop:Credit>${rights}${source}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
}

// EXIF 3.0, 4.6.2: ASCII. Sharp would write question marks for the rest; better nothing than those.
function plain(text: string): string {
  const simple = text.replaceAll('©', '(c)').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/[–—]/g, '-')
  return /^[\x20-\x7e]*$/.test(simple) ? simple : ''
}

function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : ''
}
