import { anchorOf } from '#lib/domain/text/anchor.ts'
import type { Block, Inline, Mark, Run } from '#lib/domain/text/body.ts'
import { attribute, childrenOf, isJunk, nameOf, type PastedNode, pictureElements, styleOf } from './pasted-node.ts'
import { pastedTable } from './pasted-table.ts'
import { blockText, marksWithin, pastedText } from './pasted-text.ts'

export type Pasted = {
  readonly blocks: readonly Block[]
  /** Pictures and players that could not come along: they belong in the media library, with their words. */
  readonly droppedPictures: number
}

/** What an element becomes when its reader knows better: blocks in its place, or null for the rules below. */
export type Adopt = (node: PastedNode, read: Reading) => readonly Block[] | null

/** How to go on below an adopted element. */
export type Reading = {
  readonly inline: (node: PastedNode) => Inline
  readonly blocks: (node: PastedNode) => readonly Block[]
}

/**
 * Markup of Word, Google Docs or any page as blocks of ours. Text is never lost; what only looks is. An import adopts the pictures
 * and players that a paste drops.
 */
export function blocksFromHtml(root: PastedNode, adopt: Adopt = () => null): Pasted {
  const paste = new Paste(adopt)
  paste.readChildren(root, [])
  paste.endParagraph()
  paste.endLine()
  return { blocks: paste.blocks, droppedPictures: paste.droppedPictures }
}

/** One walk over a pasted tree: text gathers until a block ends it. */
class Paste {
  readonly blocks: Block[] = []
  droppedPictures = 0
  private runs: Run[] = []
  /** Word's list that the last block belongs to. */
  private wordList: string | null = null
  /** Adopted inside a line, where no block can stand: they follow the block of that line. */
  private following: Block[] = []
  private readonly adopt: Adopt
  private readonly reading: Reading

  constructor(adopt: Adopt) {
    this.adopt = adopt
    this.reading = {
      inline: (node) => this.inlineOf(node),
      blocks: (node) => {
        const inner = blocksFromHtml(node, adopt)
        this.droppedPictures += inner.droppedPictures
        return inner.blocks
      },
    }
  }

  readChildren(node: PastedNode, marks: readonly Mark[]): void {
    for (const child of childrenOf(node)) this.read(child, marks)
  }

  endParagraph(): void {
    const content = blockText(this.runs)
    this.runs = []
    if (content) this.add({ kind: 'paragraph', content })
  }

  private read(node: PastedNode, marks: readonly Mark[]): void {
    const name = nameOf(node)
    const adopted = name === '#text' ? null : this.adopt(node, this.reading)
    if (adopted) {
      if (adopted.length === 0) return
      this.endParagraph()
      this.blocks.push(...adopted, ...this.taken())
      return
    }
    if (isJunk(node)) return
    if (name === '#text') this.runs.push({ text: pastedText(node.nodeValue ?? ''), marks })
    else if (pictureElements.has(name)) this.droppedPictures++
    else if (name === 'br') this.endParagraph()
    else if (name === 'hr') this.addBlock({ kind: 'divider' })
    else if (
      /^h[1-6]$/.test(name) ||
      attribute(node, 'role') === 'heading' ||
      /^MsoTitle$/i.test(attribute(node, 'class'))
    )
      this.readCrosshead(node)
    else if (name === 'ul' || name === 'ol') this.readList(node, name === 'ol')
    else if (name === 'blockquote') this.readQuotation(node)
    else if (name === 'table') this.readTable(node)
    else if (/^l\d/.test(styleOf(node, 'mso-list'))) this.readWordItem(node)
    else if (blockElements.has(name)) {
      this.endParagraph()
      this.readChildren(node, marksWithin(node, marks))
      this.endParagraph()
    } else this.readChildren(node, marksWithin(node, marks))
    if (name !== '#text' && this.runs.length === 0) this.endLine()
  }

  /** What was adopted inside a line that became no block stands by itself. */
  endLine(): void {
    this.blocks.push(...this.taken())
  }

  private add(block: Block): void {
    this.wordList = null
    this.blocks.push(block, ...this.taken())
  }

  private taken(): readonly Block[] {
    const taken = this.following
    this.following = []
    return taken
  }

  private addBlock(block: Block): void {
    this.endParagraph()
    this.add(block)
  }

  private readCrosshead(node: PastedNode): void {
    const text = this.inlineOf(node)
      .map((run) => run.text)
      .join('')
    const taken = new Set(this.blocks.map((block) => (block.kind === 'crosshead' ? block.anchor : '')))
    if (text) this.addBlock({ kind: 'crosshead', text, anchor: anchorOf(text, taken) })
  }

  /** Lists of readers are flat: the items of an inner one follow the item that it stood in. */
  private readList(list: PastedNode, ordered: boolean): void {
    const items: Inline[] = []
    const gather = (node: PastedNode) => {
      for (const child of childrenOf(node)) {
        const name = nameOf(child)
        if (name === 'ul' || name === 'ol') gather(child)
        else if (!isJunk(child)) {
          const text = this.inlineOf(child, isList)
          if (text.length > 0) items.push(text)
          for (const inner of listsIn(child)) gather(inner)
        }
      }
    }
    gather(list)
    if (items.length === 0) return
    this.endParagraph()
    // Word on the web writes each item as a list of its own, whose numbers go on.
    const isOfWord = /\b(Bullet|Number)ListStyle\d/.test(attribute(list, 'class'))
    const goesOn = isOfWord && (!ordered || Number(attribute(list, 'start')) > 1)
    const name = `web ${ordered}`
    if (goesOn && this.wordList === name) this.goOn(items)
    else this.add({ kind: 'list', ordered, items })
    if (isOfWord) this.wordList = name
  }

  private goOn(items: readonly Inline[]): void {
    const last = this.blocks.at(-1)
    if (last?.kind === 'list') this.blocks[this.blocks.length - 1] = { ...last, items: [...last.items, ...items] }
  }

  private readQuotation(node: PastedNode): void {
    const source = sourceOf(node)
    const attribution = source ? this.inlineOf(source).map(upright) : []
    const { blocks, droppedPictures } = blocksFromHtml(source ? without(node, source) : node, this.adopt)
    this.droppedPictures += droppedPictures
    const paragraphs = blocks.flatMap((block): readonly Inline[] =>
      block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items : [],
    )
    if (paragraphs.length > 0)
      this.addBlock({ kind: 'quotation', paragraphs, ...(attribution.length > 0 && { attribution }) })
    else if (attribution.length > 0) this.addBlock({ kind: 'paragraph', content: attribution })
    // What can't stand in a quotation follows it.
    for (const block of blocks) if (block.kind !== 'paragraph' && block.kind !== 'list') this.addBlock(block)
  }

  private readTable(node: PastedNode): void {
    const table = pastedTable(node, (cell) => this.inlineOf(cell))
    if (table) this.addBlock(table)
    else {
      this.endParagraph()
      this.readChildren(node, [])
      this.endParagraph()
    }
  }

  /** Word writes lists as paragraphs that name their list in a style; the marker stands in a span of its own. */
  private readWordItem(node: PastedNode): void {
    this.endParagraph()
    const item = this.inlineOf(node)
    if (item.length === 0) return
    const list = styleOf(node, 'mso-list').replace(/level\d+/, '')
    if (this.blocks.at(-1)?.kind === 'list' && this.wordList === list) this.goOn([item])
    else this.blocks.push({ kind: 'list', ordered: /^\(?[\p{L}\p{N}]{1,4}[.)]/u.test(markerOf(node)), items: [item] })
    this.wordList = list
  }

  /** All text below a node in one line, for places that hold no blocks. */
  private inlineOf(node: PastedNode, isLeftOut: (node: PastedNode) => boolean = () => false): Inline {
    const runs: Run[] = []
    const gather = (node: PastedNode, marks: readonly Mark[]) => {
      for (const child of childrenOf(node)) {
        const name = nameOf(child)
        if (isLeftOut(child)) continue
        const adopted = name === '#text' ? null : this.adopt(child, this.reading)
        if (adopted) {
          this.following.push(...adopted)
          continue
        }
        if (isJunk(child)) continue
        if (name === '#text') runs.push({ text: pastedText(child.nodeValue ?? ''), marks })
        else if (pictureElements.has(name)) this.droppedPictures++
        else {
          const isApart = name === 'br' || blockElements.has(name)
          if (isApart) runs.push({ text: ' ' })
          gather(child, marksWithin(child, marks))
          if (isApart) runs.push({ text: ' ' })
        }
      }
    }
    gather(node, nameOf(node) === 'p' || nameOf(node) === 'li' ? marksWithin(node, []) : [])
    return blockText(runs) ?? []
  }
}

const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside body center dd details dialog div dl dt figcaption figure footer form header html li main nav p pre ' +
    'section summary caption colgroup thead tbody tfoot tr td th'
  ).split(' '),
)

/** Who is quoted: the last child of a quotation, when it is a `cite` or a `footer`. */
function sourceOf(node: PastedNode): PastedNode | undefined {
  const last = childrenOf(node)
    .filter((child) => !(nameOf(child) === '#text' && !child.nodeValue?.trim()))
    .at(-1)
  return last && (nameOf(last) === 'cite' || nameOf(last) === 'footer') ? last : undefined
}

function without(node: PastedNode, child: PastedNode): PastedNode {
  return {
    nodeType: node.nodeType,
    nodeName: node.nodeName,
    nodeValue: node.nodeValue,
    childNodes: childrenOf(node).filter((one) => one !== child),
    getAttribute: (name) => attribute(node, name),
  }
}

/** `cite` leans by itself; the words in it do not. */
function upright(run: Run): Run {
  const marks = run.marks?.filter(({ kind }) => kind !== 'emphasis') ?? []
  return marks.length > 0 ? { text: run.text, marks } : { text: run.text }
}

function isList(node: PastedNode): boolean {
  return ['ul', 'ol'].includes(nameOf(node))
}

function listsIn(node: PastedNode): readonly PastedNode[] {
  return childrenOf(node).flatMap((child) => (isList(child) ? [child] : listsIn(child)))
}

function markerOf(node: PastedNode): string {
  for (const child of childrenOf(node)) {
    if (styleOf(child, 'mso-list') === 'ignore') return allText(child).trim()
    const inner = markerOf(child)
    if (inner) return inner
  }
  return ''
}

function allText(node: PastedNode): string {
  return nameOf(node) === '#text' ? (node.nodeValue ?? '') : childrenOf(node).map(allText).join('')
}
