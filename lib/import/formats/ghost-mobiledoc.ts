import { z } from 'zod'
import { escaped } from '../reading/xml-units.ts'
import { cardHtml } from './ghost-cards.ts'

/** Mobiledoc 0.3 (github.com/bustle/mobiledoc-kit): texts whose HTML was not exported. */
const shape = z.object({
  markups: z.array(z.tuple([z.string()], z.unknown())).catch([]),
  atoms: z.array(z.tuple([z.string(), z.string()], z.unknown())).catch([]),
  cards: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])).catch([]),
  sections: z.array(z.array(z.unknown())).catch([]),
})

type Document = z.infer<typeof shape>

export function htmlOfMobiledoc(json: string): string {
  const parsed = shape.safeParse(parsedOrNull(json))
  if (!parsed.success) return ''
  return parsed.data.sections.map((section) => sectionHtml(section, parsed.data)).join('')
}

function sectionHtml([kind, first, second]: readonly unknown[], document: Document): string {
  switch (kind) {
    case 1:
      return `<${tagName(first)}>${markersHtml(second, document)}</${tagName(first)}>`
    case 2:
      return `<img src="${escaped(String(first))}">`
    case 3: {
      const items = Array.isArray(second) ? second : []
      return `<${tagName(first)}>${items.map((item) => `<li>${markersHtml(item, document)}</li>`).join('')}</${tagName(first)}>`
    }
    case 10: {
      const [name, payload] = document.cards[Number(first)] ?? ['', {}]
      return cardHtml(name, payload)
    }
    default:
      return ''
  }
}

/** A marker: kind, markups that open before it, how many close after it, its text. */
function markersHtml(markers: unknown, { markups, atoms }: Document): string {
  if (!Array.isArray(markers)) return ''
  const open: string[] = []
  let html = ''
  for (const [kind, opened, closed, value] of markers as [number, number[], number, unknown][]) {
    for (const index of opened) {
      const [name, attributes] = markups[index] ?? ['span']
      open.push(tagName(name))
      html += `<${tagName(name)}${attributesHtml(attributes)}>`
    }
    html +=
      kind === 1
        ? atoms[Number(value)]?.[0] === 'soft-return'
          ? '<br>'
          : escaped(atoms[Number(value)]?.[1] ?? '')
        : escaped(String(value))
    for (let count = 0; count < closed; count++) html += `</${open.pop() ?? 'span'}>`
  }
  return html
}

/** `["href", "https://…", "rel", "nofollow"]` */
function attributesHtml(attributes: unknown): string {
  if (!Array.isArray(attributes)) return ''
  return attributes
    .flatMap((name, at) => (at % 2 === 0 && name === 'href' ? [` href="${escaped(String(attributes[at + 1]))}"`] : []))
    .join('')
}

function tagName(name: unknown): string {
  const tag = String(name).toLowerCase()
  return /^(?:p|h[1-6]|blockquote|aside|pull-quote|ul|ol|a|b|strong|i|em|code|s|u|sub|sup)$/.test(tag) ? tag : 'p'
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
