import { jsonList, jsonMembers, jsonWord } from '../reading/json-word.ts'
import { escaped } from '../reading/xml-units.ts'
import { cardHtml } from './ghost-cards.ts'

/** Mobiledoc 0.3 (github.com/bustle/mobiledoc-kit): texts whose HTML was not exported. Lists of lists, and any of them may be wrong. */
type Document = {
  readonly markups: readonly unknown[]
  readonly atoms: readonly unknown[]
  readonly cards: readonly unknown[]
}

export function htmlOfMobiledoc(json: string): string {
  const { markups, atoms, cards, sections } = jsonMembers(parsedOrNull(json))
  const document = { markups: jsonList(markups), atoms: jsonList(atoms), cards: jsonList(cards) }
  return jsonList(sections)
    .map((section) => sectionHtml(jsonList(section), document))
    .join('')
}

function sectionHtml([kind, first, second]: readonly unknown[], document: Document): string {
  switch (kind) {
    case 1:
      return `<${tagOf(first)}>${markersHtml(second, document)}</${nameOf(first)}>`
    case 2:
      return `<img src="${escaped(jsonWord(first))}">`
    case 3: {
      const items = jsonList(second).map((item) => `<li>${markersHtml(item, document)}</li>`)
      return `<${tagOf(first)}>${items.join('')}</${nameOf(first)}>`
    }
    case 10: {
      const [name, payload] = jsonList(at(document.cards, first))
      return cardHtml(jsonWord(name), jsonMembers(payload))
    }
    default:
      return ''
  }
}

/** A marker: kind, markups that open before it, how many close after it, its text or the place of its atom. */
function markersHtml(markers: unknown, { markups, atoms }: Document): string {
  const open: string[] = []
  let html = ''
  for (const marker of jsonList(markers)) {
    const [kind, opened, closed, value] = jsonList(marker)
    for (const index of jsonList(opened)) {
      const [name, attributes] = jsonList(at(markups, index))
      open.push(nameOf(name))
      html += `<${nameOf(name)}${hrefOf(jsonList(attributes))}>`
    }
    html += kind === 1 ? atomHtml(jsonList(at(atoms, value))) : escaped(jsonWord(value))
    for (let count = Math.min(Number(jsonWord(closed)), open.length); count > 0; count--) html += `</${open.pop()}>`
  }
  return html
}

function atomHtml([name, text]: readonly unknown[]): string {
  return name === 'soft-return' ? '<br>' : escaped(jsonWord(text))
}

/** `["href", "https://…", "rel", "nofollow"]` */
function hrefOf(attributes: readonly unknown[]): string {
  const place = attributes.findIndex((name, at) => at % 2 === 0 && name === 'href')
  return place < 0 ? '' : ` href="${escaped(jsonWord(attributes[place + 1]))}"`
}

function at(list: readonly unknown[], index: unknown): unknown {
  return typeof index === 'number' ? list[index] : undefined
}

/** Ghost's aside and Mobiledoc's own pull quote are one thing to readers. */
const asides: ReadonlySet<string> = new Set(['aside', 'pull-quote'])

function tagOf(name: unknown): string {
  return asides.has(jsonWord(name).toLowerCase()) ? 'blockquote class="kg-blockquote-alt"' : nameOf(name)
}

function nameOf(name: unknown): string {
  const tag = jsonWord(name).toLowerCase()
  if (asides.has(tag)) return 'blockquote'
  return /^(?:p|h[1-6]|blockquote|ul|ol|a|b|strong|i|em|code|s|u|sub|sup)$/.test(tag) ? tag : 'p'
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
