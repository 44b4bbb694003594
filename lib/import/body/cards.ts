import { attribute, childrenOf, nameOf } from '#lib/domain/writing/editor/paste/pasted-node.ts'
import { captionBlock } from './figures.ts'
import { file } from './players.ts'
import { factBox, linkTo, lost, nothing, plainerCard, pullQuote, type Rule, wrap } from './rule.ts'
import { byClass, first, plain } from './tree-search.ts'

const bookmark: Rule = (node, read, hands) => {
  const href = attribute(first(node, 'a') ?? node, 'href')
  const description = byClass(node, 'kg-bookmark-description')
  const link = linkTo(href, plain(byClass(node, 'kg-bookmark-title')))
  return [...link, ...(description ? read.blocks(description) : nothing), ...(captioned(node, read, hands) ?? nothing)]
}

const callout: Rule = (node, read, { lose }) => {
  lose('formatting', 'callout')
  return read.blocks(byClass(node, 'kg-callout-text') ?? wrap(...childrenOf(node)))
}

const toggle: Rule = (node, read) => {
  const title = plain(byClass(node, 'kg-toggle-heading-text'))
  return factBox(title, childrenOf(byClass(node, 'kg-toggle-content') ?? node), read)
}

const download: Rule = (node, read) => {
  const caption = byClass(node, 'kg-file-card-caption')
  const link = linkTo(attribute(first(node, 'a') ?? node, 'href'), plain(byClass(node, 'kg-file-card-title')))
  return [...link, ...captionBlock(caption, read)]
}

/** Words below a card that is no picture. */
const captioned: Rule = (node, read) =>
  captionBlock(
    childrenOf(node).find((child) => nameOf(child) === 'figcaption'),
    read,
  )

const withCaption =
  (rule: Rule): Rule =>
  (node, read, hands) => [...(rule(node, read, hands) ?? nothing), ...(captioned(node, read, hands) ?? nothing)]

/** Cards as Ghost prints them (github.com/TryGhost/Koenig, packages/kg-default-nodes), by their class. */
export const cards: readonly (readonly [name: string, rule: Rule])[] = [
  ['kg-blockquote-alt', pullQuote],
  ['kg-toggle-card', toggle],
  ['kg-bookmark-card', bookmark],
  ['kg-file-card', download],
  ['kg-audio-card', file],
  ['kg-video-card', withCaption(file)],
  ['kg-signup-card', lost('form', (node) => plain(node).slice(0, 200))],
  ['kg-callout-card', callout],
  ['kg-collection-card', lost('no-equivalent', () => 'ghost card collection')],
  ['kg-product-card', plainerCard],
  ['kg-product-card-rating-star', () => nothing],
  ['kg-header-card', plainerCard],
  ['kg-cta-card', plainerCard],
  ['kg-before-after-card', plainerCard],
]
