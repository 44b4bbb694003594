import { Node } from '@tiptap/core'
import { tableEditing } from '@tiptap/pm/tables'

/** A table with its caption. The first row is its head. */
export const TableBlock = Node.create({
  name: 'tableBlock',
  group: 'block',
  content: 'tableCaption table',
  isolating: true,
  addAttributes: () => ({
    hasRowHeads: {
      default: false,
      parseHTML: (element) => element.getAttribute('data-row-heads') === 'true',
      renderHTML: ({ hasRowHeads }) => ({ 'data-row-heads': String(hasRowHeads) }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-block="table"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'table', ...HTMLAttributes }, 0],
})

export const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'p[data-part="caption"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-part': 'caption', dir: 'auto' }, 0],
})

/** What ProseMirror's table rules know the nodes by. */
const roles: Readonly<Record<string, string>> = { table: 'table', tableRow: 'row', tableCell: 'cell' }

export const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  // Tiptap asks this for every node of the schema.
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** Cells never span: ProseMirror's table rules ask for the attributes, and nothing else sets them. */
const one = { default: 1, rendered: false, parseHTML: () => 1 }

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  isolating: true,
  addAttributes: () => ({
    colspan: one,
    rowspan: one,
    colwidth: { default: null, rendered: false, parseHTML: () => null },
    numeric: {
      default: false,
      parseHTML: (element) => element.getAttribute('data-numeric') === 'true',
      renderHTML: ({ numeric }) => (numeric ? { 'data-numeric': 'true' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})
