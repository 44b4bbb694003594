import { Node } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { flagAttributes, type SuggestionSays } from './suggestion-marks.ts'

export type AtomViews = SuggestionSays & {
  /** Draws the inside of a figure or an embed. */
  readonly draw: (kind: 'figure' | 'embed', attrs: Readonly<Record<string, unknown>>) => readonly HTMLElement[]
}

/** A picture of the library, by its number. Its words are the library's. */
export const Figure = Node.create<AtomViews>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ draw: () => [], says: () => '' }),
  addAttributes: () => ({
    pictureId: {
      default: 0,
      parseHTML: (element) => Number(element.getAttribute('data-picture')),
      renderHTML: ({ pictureId }) => ({ 'data-picture': String(pictureId) }),
    },
    size: {
      default: 'text',
      parseHTML: (element) => (element.getAttribute('data-size') === 'wide' ? 'wide' : 'text'),
      renderHTML: ({ size }) => ({ 'data-size': size }),
    },
    /** Why it says nothing to who can't see it; null: it does. */
    decorative: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-decorative'),
      renderHTML: ({ decorative }) => (decorative ? { 'data-decorative': decorative } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
  addNodeView() {
    const views = this.options
    return ({ node }) => atomView({ element: 'figure', kind: 'figure', attrs: node.attrs, ...views })
  },
})

/** The words of a picture are no part of the text: the figures that show them are told when they change. */
export function redrawFigures(): void {
  document.dispatchEvent(new Event(wordsChanged))
}

const wordsChanged = 'masthead-words-changed'

const embedParts = ['provider', 'url', 'title', 'fallback'] as const

/** Something of another site: nothing of it loads, here or at readers'. */
export const Embed = Node.create<AtomViews>({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ draw: () => [], says: () => '' }),
  addAttributes: () =>
    Object.fromEntries(
      embedParts.map((part) => [
        part,
        {
          default: '',
          parseHTML: (element: HTMLElement) => element.getAttribute(`data-${part}`) ?? '',
          renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${part}`]: String(attrs[part]) }),
        },
      ]),
    ),
  parseHTML: () => [{ tag: 'div[data-block="embed"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'embed', ...HTMLAttributes }],
  addNodeView() {
    const views = this.options
    return ({ node }) => atomView({ element: 'div', kind: 'embed', attrs: node.attrs, ...views })
  },
})

function atomView(
  atom: AtomViews & {
    readonly element: string
    readonly kind: 'figure' | 'embed'
    readonly attrs: Readonly<Record<string, unknown>>
  },
): NodeView {
  const dom = document.createElement(atom.element)
  dom.dataset.block = atom.kind
  dom.contentEditable = 'false'
  if (atom.kind === 'figure') dom.dataset.size = String(atom.attrs.size)
  const flag = flagAttributes((atom.attrs.suggestion ?? null) as SuggestionMark | null, atom.says)
  for (const [name, value] of Object.entries(flag)) dom.setAttribute(name, value)
  const redraw = () => dom.replaceChildren(...atom.draw(atom.kind, atom.attrs))
  redraw()
  document.addEventListener(wordsChanged, redraw)
  return {
    dom,
    ignoreMutation: () => true,
    destroy: () => document.removeEventListener(wordsChanged, redraw),
  }
}
