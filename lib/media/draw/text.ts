import { readFile } from 'node:fs/promises'
import * as hb from 'harfbuzzjs'
import { fontFile } from '#lib/media/fonts/files.ts'

/** A line of text as an outline: its own pen starts at 0, 0 on the baseline, y grows downwards. */
export type TextShape = {
  /** SVG path data. */
  readonly path: string
  readonly width: number
  readonly ascent: number
  readonly descent: number
}

export type TextStyle = { readonly size: number; readonly weight: number; readonly tracking?: number }

/** Turns text into outlines: a machine's own fonts, or the lack of them, never show in a picture. */
export type Typesetter = (text: string, style: TextStyle) => TextShape

/** Latin and Cyrillic in Source Serif, Arabic script in Noto Naskh, shaped by HarfBuzz. */
export async function loadTypesetter(): Promise<Typesetter> {
  const [serif, naskh] = await Promise.all([loadFace(fontFile('latin')), loadFace(fontFile('arabic'))])
  return (text, style) => {
    const isArabic = arabicScript.test(text)
    const font = new hb.Font(isArabic ? naskh : serif)
    if (!isArabic) {
      const opticalSize = Math.min(60, Math.max(8, style.size / 2.4))
      font.setVariations([new hb.Variation('wght', style.weight), new hb.Variation('opsz', opticalSize)])
    }
    // The Arabic font has one weight, a little smaller on its body than the serif.
    return setLine(font, text, isArabic ? { ...style, size: style.size * 1.12, tracking: 0 } : style)
  }
}

export async function codePointsOf(path: string): Promise<ReadonlySet<number>> {
  return new Set((await loadFace(path)).collectUnicodes())
}

const arabicScript = /\p{Script=Arabic}/u

async function loadFace(path: string): Promise<hb.Face> {
  const bytes = await readFile(path)
  return new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer))
}

function setLine(font: hb.Font, text: string, { size, tracking = 0 }: TextStyle): TextShape {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  hb.shape(font, buffer)
  const scale = size / 1000
  const places = buffer.getGlyphPositions()
  let pen = 0
  let path = ''
  for (const [index, glyph] of buffer.getGlyphInfos().entries()) {
    const place = places[index]
    if (!place) continue
    path += placed(font.glyphToPath(glyph.codepoint), {
      scale,
      x: pen + place.xOffset * scale,
      y: -place.yOffset * scale,
    })
    pen += place.xAdvance * scale + tracking * size
  }
  return { path, width: pen - tracking * size, ascent: size * 0.7, descent: size * 0.24 }
}

type Placement = { readonly scale: number; readonly x: number; readonly y: number }

// Outlines come in font units with y upwards, as absolute M, L, Q, C and Z.
function placed(outline: string, { scale, x, y }: Placement): string {
  return outline.replaceAll(/(-?[\d.]+),(-?[\d.]+)/g, (_, left: string, up: string) => {
    return `${(Number(left) * scale + x).toFixed(1)},${(y - Number(up) * scale).toFixed(1)}`
  })
}
