/**
 * How a picture came to be: the last segment of its address among the NewsCodes of IPTC (cv.iptc.org/newscodes/digitalsourcetype, of
 * 2024-10-23), without those that are retired. In the order that a person chooses from.
 */
export const digitalSources = [
  'digitalCapture',
  'computationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'screenCapture',
  'virtualRecording',
  'humanEdits',
  'algorithmicallyEnhanced',
  'composite',
  'compositeCapture',
  'digitalCreation',
  'dataDrivenMedia',
  'algorithmicMedia',
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
] as const

export type DigitalSource = (typeof digitalSources)[number]

/** What generative AI did to a picture. */
export type AiPart = 'made' | 'altered'

/** What readers are told of it, in one language. */
export type AiWords = Readonly<Record<AiPart, string>>

const scheme = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** What took the place of retired codes; nothing single did of `softwareImage`. */
const successors: ReadonlyMap<string, DigitalSource> = new Map([
  ['minorhumanedits', 'humanEdits'],
  ['digitalart', 'digitalCreation'],
])

/** The code in what a file says: its address, with http or https, its QCode, or itself. Null for a code that the list has not. */
export function digitalSourceIn(text: string): DigitalSource | null {
  const code = (text.trim().split(/[/:#]/).at(-1) ?? '').toLowerCase()
  return digitalSources.find((known) => known.toLowerCase() === code) ?? successors.get(code) ?? null
}

/** Its address, which machines know it by. */
export function digitalSourceUri(source: DigitalSource): string {
  return scheme + source
}

/** Readers are told of generative AI. The other codes are of people's tools, which a caption speaks of where it matters. */
export function aiPartOf(source: DigitalSource | null): AiPart | null {
  switch (source) {
    case 'trainedAlgorithmicMedia':
      return 'made'
    case 'compositeWithTrainedAlgorithmicMedia':
    case 'compositeSynthetic':
      return 'altered'
    default:
      return null
  }
}
