import { DOMParser } from '@xmldom/xmldom'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { type DigitalSource, digitalSourceIn } from '#lib/domain/media/digital-source.ts'
import { locationIn } from './photo-location.ts'
import { first, languageIn, listIn, plainIn, type TagGroup } from './tag-text.ts'

/** What a file says of itself, as photographers and agencies write it. Empty fields are null. */
export type PhotoMetadata = {
  readonly caption: string | null
  readonly alt: string | null
  readonly credit: string | null
  readonly copyright: string | null
  readonly rights: string | null
  readonly takenAt: Date | null
  /** Names of places, as a person would read them: never coordinates. */
  readonly location: string | null
  readonly digitalSource: DigitalSource | null
}

/** More than any caption needs; a packet larger than this holds something else, and is not read. */
const mostPacketBytes = 1024 * 1024

const nothing: PhotoMetadata = {
  ...{ caption: null, alt: null, credit: null, copyright: null, rights: null, takenAt: null },
  ...{ location: null, digitalSource: null },
}

/**
 * Reads the fields of the IPTC Photo Metadata Standard 2024.1: XMP before IIM before EXIF, because only XMP says every script.
 * Damaged metadata is as if there were none.
 */
export async function readPhotoMetadata(bytes: Uint8Array): Promise<PhotoMetadata> {
  try {
    const { xmp, iptc, exif } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if ([xmp, iptc, exif].some((packet) => (packet?.length ?? 0) > mostPacketBytes)) return nothing
    if (!xmp && !iptc && !exif) return nothing
    const tags = ExifReader.load(Buffer.from(bytes), { expanded: true, includeTags: wanted, domParser: quietParser() })
    return fieldsOf({ xmp: { ...tags.xmp }, iptc: { ...tags.iptc }, exif: { ...tags.exif } })
  } catch {
    return nothing
  }
}

const wanted = {
  exif: ['ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal', 'OffsetTimeOriginal'],
  iptc: true,
  xmp: true,
} as const satisfies Record<string, true | string[]>

type Tags = Readonly<Record<'xmp' | 'iptc' | 'exif', TagGroup>>

function fieldsOf({ xmp, iptc, exif }: Tags): PhotoMetadata {
  const byline = first(listIn(xmp.creator), plainIn(iptc['By-line']), plainIn(exif.Artist))
  const agency = first(plainIn(xmp.Credit), plainIn(iptc.Credit))
  return {
    caption: first(languageIn(xmp.description), plainIn(iptc['Caption/Abstract']), plainIn(exif.ImageDescription)),
    alt: languageIn(xmp.AltTextAccessibility),
    credit: byline && agency && !agency.includes(byline) ? `${byline} / ${agency}` : first(agency, byline),
    copyright: first(languageIn(xmp.rights), plainIn(iptc['Copyright Notice']), plainIn(exif.Copyright)),
    rights: first(languageIn(xmp.UsageTerms), plainIn(xmp.Instructions), plainIn(iptc['Special Instructions'])),
    takenAt: first(
      dateOf(plainIn(xmp.DateCreated)),
      dateOf([plainIn(iptc['Date Created']), plainIn(iptc['Time Created'])].filter(Boolean).join('T')),
      exifDate(plainIn(exif.DateTimeOriginal), plainIn(exif.OffsetTimeOriginal)),
    ),
    location: locationIn({ xmp, iptc }),
    digitalSource: digitalSourceIn(plainIn(xmp.DigitalSourceType) ?? ''),
  }
}

const earliest = Date.UTC(1826, 0, 1)

/** A date of ISO 8601, as XMP and the reader's IPTC fields have it; without a zone it is taken as UTC, for want of better. */
function dateOf(text: string | null): Date | null {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text ?? '') ?? []
  if (!day) return null
  const at = new Date(`${day}T${time ?? '00:00'}${zone ?? 'Z'}`)
  // The first photograph is of 1826; a camera that never was set says 0000.
  return Number.isNaN(at.getTime()) || at.getTime() < earliest ? null : at
}

function exifDate(text: string | null, offset: string | null): Date | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? '') ?? []
  return year ? dateOf(`${year}-${month}-${day}T${time}${offset ?? ''}`) : null
}

function quietParser(): DOMParser {
  return new DOMParser({ onError: () => undefined })
}
