import { Node } from '@tiptap/core'

/** Each block of text finds its own direction by its first strong letter, so that a Persian quotation reads right in an English article. */
const auto = { dir: 'auto' }

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block part',
  content: 'text*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, ...auto }, 0],
})

export const Crosshead = Node.create({
  name: 'crosshead',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({
    anchor: {
      default: '',
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute('data-anchor') ?? '',
      renderHTML: ({ anchor }) => ({ 'data-anchor': anchor }),
    },
  }),
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ['h2', { ...HTMLAttributes, ...auto }, 0],
})

/** Flat, as readers get it: an item is one text. */
export const List = Node.create({
  name: 'list',
  group: 'block part',
  content: 'listItem+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.ordered ? 'ol' : 'ul', HTMLAttributes, 0],
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', auto, 0],
})

export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
})
