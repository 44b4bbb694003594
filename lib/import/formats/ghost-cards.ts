import { escaped } from '../reading/xml-units.ts'

type Payload = Readonly<Record<string, unknown>>

/** A card of Mobiledoc or Lexical as the HTML that Ghost prints for it, as far as the rules of the body read it. */
export function cardHtml(name: string, payload: Payload): string {
  const word = (key: string) => escaped(String(payload[key] ?? ''))
  switch (name) {
    case 'image':
      return figure(`<img src="${word('src')}" alt="${word('alt')}">`, payload.caption)
    case 'gallery':
      return figure(
        (Array.isArray(payload.images) ? (payload.images as Payload[]) : []).map(galleryImage).join(''),
        payload.caption,
      )
    case 'html':
      return String(payload.html ?? '')
    case 'markdown':
    case 'card-markdown':
      return `<pre>${word('markdown')}</pre>`
    case 'code':
    case 'codeblock':
      return `<pre>${word('code')}</pre>`
    case 'embed':
      return figure(
        payload.url ? `<masthead-embed src="${word('url')}"></masthead-embed>` : String(payload.html ?? ''),
        payload.caption,
      )
    case 'bookmark':
      return link(payload.url, (payload.metadata as Payload | undefined)?.title)
    case 'button':
      return link(payload.buttonUrl, payload.buttonText)
    case 'hr':
      return '<hr>'
    case 'callout':
      return `<div class="kg-callout-card"><div class="kg-callout-text">${String(payload.calloutText ?? '')}</div></div>`
    case 'toggle':
      return `<details><summary>${String(payload.heading ?? '')}</summary>${String(payload.content ?? '')}</details>`
    case 'audio':
    case 'video':
      return `<${name} src="${word('src')}"></${name}>`
    case 'file':
      return link(payload.src, payload.fileTitle ?? payload.fileName)
    case 'paywall':
    case 'email':
    case 'email-cta':
      return ''
    default:
      return name ? `<object data="${escaped(`ghost card ${name}`)}"></object>` : ''
  }
}

function galleryImage({ src, alt, caption }: Payload): string {
  return figure(`<img src="${escaped(String(src ?? ''))}" alt="${escaped(String(alt ?? ''))}">`, caption)
}

function figure(inner: string, caption: unknown): string {
  return `<figure>${inner}${caption ? `<figcaption>${String(caption)}</figcaption>` : ''}</figure>`
}

function link(url: unknown, words: unknown): string {
  return url ? `<p><a href="${escaped(String(url))}">${escaped(String(words || url))}</a></p>` : ''
}
