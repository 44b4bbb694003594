import { jsonList, jsonMembers, jsonWord } from '../reading/json-word.ts'
import { escaped } from '../reading/xml-units.ts'

type Card = Readonly<Record<string, unknown>>

/** A card of Mobiledoc or Lexical as the HTML that Ghost prints for it, as far as the rules of the body read it. */
export function cardHtml(name: string, card: Card): string {
  const write = writers.get(name)
  if (write) return write(card)
  return name ? `<object data="${escaped(`ghost card ${name}`)}"></object>` : ''
}

const none = () => ''

const markdown = (card: Card) => `<pre>${word(card, 'markdown')}</pre>`
const code = (card: Card) => `<pre>${word(card, 'code')}</pre>${caption(card)}`

/** By the `type` of a Lexical node, or the name of a Mobiledoc card (github.com/TryGhost/Koenig, packages/kg-default-nodes). */
const writers: ReadonlyMap<string, (card: Card) => string> = new Map<string, (card: Card) => string>([
  ['image', (card) => figure(linked(picture(card), card.href), card.caption)],
  ['gallery', (card) => figure(jsonList(card.images).map(galleryImage).join(''), card.caption)],
  ['before-after', (card) => figure([card.beforeImage, card.afterImage].map(galleryImage).join(''), card.caption)],
  ['html', (card) => jsonWord(card.html)],
  ['markdown', markdown],
  ['card-markdown', markdown],
  ['code', code],
  ['codeblock', code],
  ['embed', embed],
  ['nft', embed],
  ['bookmark', bookmark],
  ['button', (card) => link(card.buttonUrl, card.buttonText)],
  ['hr', () => '<hr>'],
  ['callout', (card) => framed('callout', `<div class="kg-callout-text">${jsonWord(card.calloutText)}</div>`)],
  ['toggle', (card) => `<details><summary>${jsonWord(card.heading)}</summary>${jsonWord(card.content)}</details>`],
  ['audio', (card) => `<audio src="${word(card, 'src')}"></audio>`],
  ['video', (card) => `<video src="${word(card, 'src')}"></video>${caption(card)}`],
  ['file', (card) => link(card.src, card.fileTitle || card.fileName) + paragraph(card.fileCaption)],
  ['header', header],
  ['product', product],
  ['call-to-action', callToAction],
  ['signup', (card) => `<form>${jsonWord(card.header)} ${jsonWord(card.subheader)}</form>`],
  // For members and for mails: no page of the site ever showed them.
  ['paywall', none],
  ['email', none],
  ['email-cta', none],
])

function embed(card: Card): string {
  const address = jsonWord(card.url)
  const inner = address ? `<masthead-embed src="${escaped(address)}"></masthead-embed>` : jsonWord(card.html)
  return figure(inner, card.caption)
}

function bookmark(card: Card): string {
  const { title, description } = jsonMembers(card.metadata)
  return link(card.url, title) + paragraph(description) + caption(card)
}

function header(card: Card): string {
  const [title, image] = [jsonWord(card.header), jsonWord(card.backgroundImageSrc)]
  const heading = title ? `<h2>${title}</h2>` : ''
  const below = card.buttonEnabled === true ? link(card.buttonUrl, card.buttonText) : ''
  return framed('header', `${image && pictureOf(image, '')}${heading}${paragraph(card.subheader)}${below}`)
}

function product(card: Card): string {
  const image = jsonWord(card.productImageSrc)
  const title = jsonWord(card.productTitle)
  const below = card.productButtonEnabled === true ? link(card.productUrl, card.productButton) : ''
  const words = `${title && `<h4>${title}</h4>`}${jsonWord(card.productDescription)}`
  return framed('product', `${image && pictureOf(image, '')}${words}${below}`)
}

function callToAction(card: Card): string {
  const image = jsonWord(card.imageUrl)
  const below = card.showButton === true ? link(card.buttonUrl, card.buttonText) : ''
  return framed('cta', `${image && pictureOf(image, '')}${jsonWord(card.textValue)}${below}`)
}

function framed(name: string, inner: string): string {
  return `<div class="kg-${name}-card">${inner}</div>`
}

function galleryImage(image: unknown): string {
  const members = jsonMembers(image)
  return figure(linked(picture(members), members.href), members.caption)
}

function picture(card: Card): string {
  return pictureOf(jsonWord(card.src), jsonWord(card.alt))
}

function pictureOf(src: string, alt: string): string {
  return `<img src="${escaped(src)}" alt="${escaped(alt)}">`
}

function linked(inner: string, href: unknown): string {
  const address = jsonWord(href)
  return address ? `<a href="${escaped(address)}">${inner}</a>` : inner
}

function figure(inner: string, words: unknown): string {
  const text = jsonWord(words)
  return `<figure>${inner}${text && `<figcaption>${text}</figcaption>`}</figure>`
}

/** Words below a card that is no picture. */
function caption(card: Card): string {
  return paragraph(card.caption)
}

function paragraph(words: unknown): string {
  const text = jsonWord(words)
  return text && `<p>${text}</p>`
}

function link(url: unknown, words: unknown): string {
  const address = jsonWord(url)
  return address ? `<p><a href="${escaped(address)}">${escaped(jsonWord(words) || address)}</a></p>` : ''
}

function word(card: Card, key: string): string {
  return escaped(jsonWord(card[key]))
}
