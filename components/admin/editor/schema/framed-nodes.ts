import { Node } from '@tiptap/core'

const auto = { dir: 'auto' }

/** Always ends in an attribution: while it is empty there is none. */
export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+ attribution',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})

export const Attribution = Node.create({
  name: 'attribution',
  content: 'text*',
  parseHTML: () => [{ tag: 'footer' }],
  renderHTML: () => ['footer', auto, 0],
})

export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'pullText pullBy',
  isolating: true,
  parseHTML: () => [{ tag: 'aside[data-block="pull-quote"]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'pull-quote', ...HTMLAttributes }, 0],
})

export const PullText = Node.create({
  name: 'pullText',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'p[data-part="pull-text"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-part': 'pull-text', ...auto }, 0],
})

export const PullBy = Node.create({
  name: 'pullBy',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'p[data-part="pull-by"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-part': 'pull-by', ...auto }, 0],
})

export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: 'factTitle part+',
  isolating: true,
  parseHTML: () => [{ tag: 'aside[data-block="fact-box"]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'fact-box', ...HTMLAttributes }, 0],
})

export const FactTitle = Node.create({
  name: 'factTitle',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'h3[data-part="fact-title"]', priority: 60 }],
  renderHTML: () => ['h3', { 'data-part': 'fact-title', ...auto }, 0],
})
