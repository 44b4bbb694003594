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
  const set = (run: string, style: TextStyle, direction: 'ltr' | 'rtl'): TextShape => {
    if (arabicScript.test(run) || direction === 'rtl') {
      // The Arabic font has one weight and sits smaller on its body than the serif.
      const size = style.size * 1.12
      const line = setRun(new hb.Font(naskh), run, { ...style, size, tracking: 0 }, direction)
      return { ...line, ascent: style.size * 0.82, descent: style.size * 0.42 }
    }
    const font = new hb.Font(serif)
    const opticalSize = Math.min(60, Math.max(8, style.size / 2.4))
    font.setVariations([new hb.Variation('wght', style.weight), new hb.Variation('opsz', opticalSize)])
    return setRun(font, run, style, 'ltr')
  }
  return (text, style) => {
    if (!arabicScript.test(text)) return set(text, style, 'ltr')
    // Lines here hold Arabic words with numbers or Latin names in them: these run left to right in a line that does not.
    const runs = text.split(leftToRight).filter((run) => run !== '')
    return beside(runs.reverse().map((run) => set(run, style, leftToRight.test(run) ? 'ltr' : 'rtl')))
  }
}

export async function codePointsOf(path: string): Promise<ReadonlySet<number>> {
  return new Set((await loadFace(path)).collectUnicodes())
}

const arabicScript = /\p{Script=Arabic}|[۰-۹٠-٩]/u
const leftToRight = /([\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}.,٬٫/]*[\p{Script=Latin}\p{Nd}])?)/u

async function loadFace(path: string): Promise<hb.Face> {
  const bytes = await readFile(path)
  return new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer))
}

function beside(shapes: readonly TextShape[]): TextShape {
  let [path, width] = ['', 0]
  for (const shape of shapes) {
    path += placed(shape.path, { scale: 1, x: width, y: 0, isFlipped: false })
    width += shape.width
  }
  return { path, width, ascent: shapes[0]?.ascent ?? 0, descent: shapes[0]?.descent ?? 0 }
}

function setRun(font: hb.Font, text: string, { size, tracking = 0 }: TextStyle, direction: 'ltr' | 'rtl'): TextShape {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR)
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
      isFlipped: true,
    })
    pen += place.xAdvance * scale + tracking * size
  }
  return { path, width: pen - tracking * size, ascent: size * 0.7, descent: size * 0.24 }
}

type Placement = { readonly scale: number; readonly x: number; readonly y: number; readonly isFlipped: boolean }

// Outlines are absolute M, L, Q, C and Z; a font's own have y upwards.
function placed(outline: string, { scale, x, y, isFlipped }: Placement): string {
  return outline.replaceAll(/(-?[\d.]+),(-?[\d.]+)/g, (_, across: string, along: string) => {
    const down = Number(along) * scale * (isFlipped ? -1 : 1)
    return `${(Number(across) * scale + x).toFixed(1)},${(down + y).toFixed(1)}`
  })
}
