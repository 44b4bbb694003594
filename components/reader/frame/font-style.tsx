import type { Edition } from '#lib/domain/edition.ts'
import { type FallbackFace, fontOf, type PageFont } from '#lib/domain/text/fonts.ts'

/** The one font file of an edition's pages, and its stand-ins until it has come. */
export function FontStyle({ edition }: { readonly edition: Pick<Edition, 'locale' | 'direction'> }) {
  const font = fontOf(edition)
  return (
    <>
      <link rel="preload" href={font.href} as="font" type="font/woff2" crossOrigin="" />
      <style href={font.script} precedence="font">
        {styleOf(font)}
      </style>
    </>
  )
}

function styleOf(font: PageFont): string {
  const names = [font, ...font.fallbacks].map((face) => `"${face.family}"`)
  return [
    `@font-face{font-family:"${font.family}";src:url(${font.href}) format("woff2");font-weight:${font.weight};font-display:optional}`,
    ...font.fallbacks.map(fallbackFace),
    `:root{--face:${names.join()},serif}`,
  ].join('')
}

function fallbackFace(face: FallbackFace): string {
  const sources = face.local.map((name) => `local("${name}")`).join()
  const metrics = `ascent-override:${face.ascentOverride}%;descent-override:${face.descentOverride}%`
  return `@font-face{font-family:"${face.family}";src:${sources};size-adjust:${face.sizeAdjust}%;${metrics};line-gap-override:0%}`
}
