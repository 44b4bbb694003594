import { Node } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'

export type AtomViews = {
  /** Draws the inside of a figure or an embed. */
  readonly draw: (kind: 'figure' | 'embed', attrs: Readonly<Record<string, unknown>>) => readonly HTMLElement[]
}

/** A picture of the library, by its number. Its words are the library's. */
export const Figure = Node.create<AtomViews>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ draw: () => [] }),
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
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
  addNodeView() {
    const { draw } = this.options
    return ({ node }) => atomView({ element: 'figure', kind: 'figure', attrs: node.attrs, draw })
  },
})

const embedParts = ['provider', 'url', 'title', 'fallback'] as const

/** Something of another site: nothing of it loads, here or at readers'. */
export const Embed = Node.create<AtomViews>({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ draw: () => [] }),
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
    const { draw } = this.options
    return ({ node }) => atomView({ element: 'div', kind: 'embed', attrs: node.attrs, draw })
  },
})

function atomView(atom: {
  readonly element: string
  readonly kind: 'figure' | 'embed'
  readonly attrs: Readonly<Record<string, unknown>>
  readonly draw: AtomViews['draw']
}): NodeView {
  const dom = document.createElement(atom.element)
  dom.dataset.block = atom.kind
  dom.contentEditable = 'false'
  if (atom.kind === 'figure') dom.dataset.size = String(atom.attrs.size)
  dom.append(...atom.draw(atom.kind, atom.attrs))
  return { dom, ignoreMutation: () => true }
}
