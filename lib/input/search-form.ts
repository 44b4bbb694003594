import { isSectionSlug } from '#lib/domain/address.ts'
import { type SearchQuestion, searchLimits } from '#lib/domain/search.ts'
import { one, type Query } from './paging.ts'

/** The names of the form's fields: lib/site/query declares the same to the page cache. */
export const searchFields = { text: 'q', blog: 'blog', from: 'from', to: 'to', order: 'order', page: 'page' } as const

/** A reader's search from the address: every field that makes no sense is as if it were not there. */
export function parseSearchForm(query: Query): SearchQuestion {
  const blogSlug = one(query[searchFields.blog])
  return {
    text: boundedText(one(query[searchFields.text]) ?? ''),
    blogSlug: blogSlug && isSectionSlug(blogSlug) ? blogSlug : null,
    from: day(one(query[searchFields.from])),
    to: day(one(query[searchFields.to])),
    order: one(query[searchFields.order]) === 'newest' ? 'newest' : 'relevance',
    page: pageNumber(one(query[searchFields.page])),
  }
}

function boundedText(text: string): string {
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u2028\u2029\ufffd]+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, searchLimits.characters).join('').trim()
}

/** A day that exists, as `<input type="date">` sends it. */
function day(text: string | null): string | null {
  if (!text || !/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

function pageNumber(text: string | null): number {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), searchLimits.pages) : 1
}
