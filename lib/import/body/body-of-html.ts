import { anchorOf } from '#lib/domain/text/anchor.ts'
import type { Block, Body, Inline } from '#lib/domain/text/body.ts'
import { blocksFromHtml } from '#lib/domain/writing/editor/paste/blocks-from-html.ts'
import type { Lose, SourcePicture } from '../source-item.ts'
import { adopter } from './adopt.ts'
import { embedOf, isEmbeddable } from './embed-of.ts'
import { htmlTree } from './html-tree.ts'

/** A body whose figures name, as their picture, a place in `pictures` counted from 1: those are fetched later. */
export type ForeignBody = { readonly blocks: Body; readonly pictures: readonly SourcePicture[] }

export type HtmlPlace = {
  /** The address it was read at: relative ones are below it. */
  readonly base: string | null
  /** Hosts of the site that is imported: links to it become paths, which lead on here. */
  readonly ownHost: string | null
}

/** Markup of an article as blocks of ours. What has no equivalent goes to `lose`. */
export function bodyOfHtml(html: string, place: HtmlPlace, lose: Lose): ForeignBody {
  const pictures: SourcePicture[] = []
  const keep = (picture: SourcePicture): number => pictures.push(picture)
  const tree = htmlTree(
    html,
    (url, element) => resolved(url, element, place),
    () => lose('formatting', 'elements inside each other'),
  )
  const { blocks } = blocksFromHtml(tree, adopter({ lose, keep }))
  return { blocks: withAnchors(blocks.flatMap(parted).map(embedded)), pictures }
}

function resolved(url: string, element: string, { base, ownHost }: HtmlPlace): string {
  // A place on the same page is no address.
  if (url.startsWith('#')) return url
  const whole = URL.parse(url, base ?? undefined)
  if (!whole || !/^https?:$/.test(whole.protocol)) return url
  const isPage = element === 'a' && ownHost !== null && whole.hostname === ownHost && !/\.\w{2,4}$/.test(whole.pathname)
  return isPage ? whole.pathname + whole.search + whole.hash : whole.href
}

/** A paragraph that is only the address of a video stands for the video. */
function embedded(block: Block): Block {
  if (block.kind !== 'paragraph' || block.content.length !== 1) return block
  const [run] = block.content
  const text = run?.text.trim() ?? ''
  if (!/^https?:\/\/\S+$/.test(text) || !isEmbeddable(text)) return block
  if (run?.marks?.some((mark) => mark.kind !== 'link')) return block
  return embedOf(text) ?? block
}

/** One run holds 20,000 characters (lib/input/articles/body): longer ones are parted where a word ends. */
const longestRun = 19_000

function parted(block: Block): readonly Block[] {
  if (block.kind !== 'paragraph' || block.content.every(({ text }) => text.length <= longestRun)) return [block]
  return block.content.flatMap(({ text, ...marks }): Block[] =>
    piecesOf(text).map((piece) => ({ kind: 'paragraph', content: [{ text: piece, ...marks }] satisfies Inline })),
  )
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (let rest = text; rest; ) {
    const space = rest.lastIndexOf(' ', longestRun)
    const end = rest.length <= longestRun ? rest.length : space > 0 ? space : longestRun
    pieces.push(rest.slice(0, end).toWellFormed())
    rest = rest.slice(end).trimStart()
  }
  return pieces
}

/** Crossheads of adopted parts were counted apart: here every anchor stands once. */
function withAnchors(blocks: readonly Block[]): Body {
  const taken = new Set<string>()
  return blocks.map((block) => {
    if (block.kind !== 'crosshead') return block
    const anchor = anchorOf(block.text, taken)
    taken.add(anchor)
    return { ...block, anchor }
  })
}
