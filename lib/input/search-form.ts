import { readDay, readPageNumber, readQuestion } from '#lib/domain/lists/query-values.ts'
import type { SearchQuestion } from '#lib/domain/lists/search.ts'
import { isSectionSlug } from '#lib/domain/site/address.ts'
import { one, type Query } from './paging.ts'

/** The names of the form's fields: lib/site/query declares the same to the page cache. */
export const searchFields = {
  text: 'q',
  blog: 'blog',
  from: 'from',
  to: 'to',
  order: 'order',
  page: 'page',
  whole: 'all',
} as const

/** A reader's search from the address: every field that makes no sense is as if it were not there. */
export function parseSearchForm(query: Query): SearchQuestion {
  const blogSlug = one(query[searchFields.blog])
  return {
    text: readQuestion(one(query[searchFields.text]) ?? ''),
    blogSlug: blogSlug && isSectionSlug(blogSlug) ? blogSlug : null,
    from: readDay(one(query[searchFields.from]) ?? ''),
    to: readDay(one(query[searchFields.to]) ?? ''),
    order: one(query[searchFields.order]) === 'newest' ? 'newest' : 'relevance',
    page: readPageNumber(one(query[searchFields.page]) ?? ''),
    isWhole: one(query[searchFields.whole]) === '1',
  }
}
