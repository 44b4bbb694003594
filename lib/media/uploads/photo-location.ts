import { at, first, languageIn, plainIn, type TagGroup, valueIn } from './tag-text.ts'

type Tags = Readonly<Record<'xmp' | 'iptc', TagGroup>>

/** As long as the field of the library (lib/input/picture-forms). */
const longestLocation = 300

/**
 * Where it is, from the smallest place to the country: what the picture shows before where the camera stood, and both before the older
 * fields, which don't say which they mean (IPTC Photo Metadata Standard 2024.1, sections 3.4 and 4.5). Coordinates are never read: they
 * can lead to somebody's door.
 */
export function locationIn({ xmp, iptc }: Tags): string | null {
  return first(
    placesIn(xmp.LocationShown),
    placesIn(xmp.LocationCreated),
    placeOf([xmp.Location, xmp.City, xmp.State, xmp.Country].map(plainIn)),
    placeOf(
      ['Sub-location', 'City', 'Province/State', 'Country/Primary Location Name'].map((name) => plainIn(iptc[name])),
    ),
  )
}

/** A list of places, each a structure; some writers leave the list out where there is one. */
function placesIn(tag: unknown): string | null {
  const value = valueIn(tag)
  const places = (Array.isArray(value) ? value : [value]).flatMap((place) => structuredPlace(place) ?? [])
  const text = [...new Set(places)].join('; ').slice(0, longestLocation).toWellFormed()
  return text === '' ? null : text
}

function structuredPlace(place: unknown): string | null {
  const name = languageIn(at(place, 'LocationName'))
  const parts = ['Sublocation', 'City', 'ProvinceState', 'CountryName'].map((part) => plainIn(at(place, part)))
  return placeOf([name, ...parts])
}

function placeOf(parts: readonly (string | null)[]): string | null {
  const names = parts.filter((part) => part !== null).filter(isName)
  const text = [...new Set(names)].join(', ').slice(0, longestLocation).toWellFormed()
  return text === '' ? null : text
}

/** A name has a word in it, and neither degrees nor the decimals that coordinates have. */
function isName(text: string): boolean {
  return /\p{L}[\p{L}\p{M}]/u.test(text) && !/°|\d[.,]\d{3}/.test(text)
}
