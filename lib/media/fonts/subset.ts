import subsetFont from 'subset-font'
import type { PageFont } from '#lib/domain/text/fonts.ts'

/** A WOFF2 file with the font's characters and nothing that a browser does not use. */
export async function subset(font: PageFont, source: Buffer): Promise<Buffer> {
  return subsetFont(source, charactersOf(font), {
    targetFormat: 'woff2',
    // Screens of today smooth without hints, which are a tenth of the file.
    noHinting: true,
    keepFeatures: [...common, ...(font.script === 'arabic' ? joining : [])],
    ...(font.weight === '400' ? {} : { variationAxes: { wght: { min: 400, max: 700 }, opsz: readingSize } }),
  })
}

/** Optical size that suits text and headlines, the font's own default; the whole axis would double the file. */
export const readingSize = 20

const common = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl']
const joining = ['init', 'medi', 'fina', 'isol', 'rlig', 'calt', 'curs', 'rclt']

function charactersOf(font: PageFont): string {
  let characters = ''
  for (const [first, last] of font.ranges)
    for (let codePoint = first; codePoint <= last; codePoint++) characters += String.fromCodePoint(codePoint)
  return characters
}
