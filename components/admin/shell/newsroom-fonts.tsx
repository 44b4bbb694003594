import { fonts, type PageFont } from '#lib/domain/text/fonts.ts'

/** What readers read in: a text is judged in the letters that it will have. Each file comes when a letter of its script stands on a page. */
export function NewsroomFonts({ nonce }: { readonly nonce: string | undefined }) {
  // The last one wins where two cover a letter: Latin comes from its own file.
  return <style nonce={nonce}>{[fonts.arabic, fonts.cyrillic, fonts.latin].map(faceOf).join('')}</style>
}

function faceOf({ family, href, weight, ranges }: PageFont): string {
  const covered = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join()
  return `@font-face{font-family:"${family}";src:url(${href}) format("woff2");font-weight:${weight};font-display:swap;unicode-range:${covered}}`
}
