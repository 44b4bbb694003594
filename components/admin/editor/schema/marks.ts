import { Mark } from '@tiptap/core'
import { cleanHref } from '#lib/domain/writing/editor/paste/clean-href.ts'

/** In the order of lib/domain/writing/editor/document: the first is outermost. */

export const Link = Mark.create({
  name: 'link',
  priority: 205,
  inclusive: false,
  excludes: 'link articleLink',
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]:not([data-article])',
      getAttrs: (element) => {
        const href = cleanHref(element.getAttribute('href') ?? '')
        return href ? { href } : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener nofollow' }, 0],
})

export const ArticleLink = Mark.create({
  name: 'articleLink',
  priority: 204,
  inclusive: false,
  excludes: 'link articleLink',
  addAttributes: () => ({
    articleId: {
      default: 0,
      parseHTML: (element) => Number(element.getAttribute('data-article')),
      renderHTML: ({ articleId }) => ({ 'data-article': String(articleId), href: `/a/${articleId}` }),
    },
  }),
  parseHTML: () => [{ tag: 'a[data-article]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

/** A phrase in another language: screen readers change their voice, hyphenation its rules. What is written after it is not in it. */
export const Language = Mark.create({
  name: 'language',
  priority: 203,
  inclusive: false,
  addAttributes: () => ({ lang: { default: '' } }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, dir: 'auto' }, 0],
})

export const Strong = Mark.create({
  name: 'strong',
  priority: 202,
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
})

export const Emphasis = Mark.create({
  name: 'emphasis',
  priority: 201,
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
})
