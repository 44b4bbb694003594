import { type ArticleFilter, dueFilters, listedStates } from '#lib/domain/lists/article-line.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Names in the address of a list, in the order of its form. */
export const filterFields = ['text', 'state', 'stage', 'due', 'edition', 'blog', 'topic', 'author'] as const

const longestText = 200

/** What an address asks of a list; what makes no sense is as if it were not there. */
export function parseArticleFilter(query: Query): ArticleFilter {
  const value = (name: (typeof filterFields)[number]) => {
    const given = query[name]
    return typeof given === 'string' && given.trim() ? given.trim().slice(0, longestText) : null
  }
  const id = (name: 'edition' | 'blog' | 'topic' | 'stage') => {
    const text = value(name)
    return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
  }
  return {
    ...{ editionId: id('edition'), blogId: id('blog'), topicId: id('topic'), stageId: id('stage') },
    state: listedStates.find((state) => state === value('state')) ?? null,
    due: dueFilters.find((due) => due === value('due')) ?? null,
    authorId: value('author'),
    text: value('text'),
  }
}
