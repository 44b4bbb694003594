import type { Channel } from '#lib/domain/lists/syndicated.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** Where the rows of a channel come from: a table with "listedAt" and the article's id, both in its index. */
export type Source = { readonly from: Prisma.Sql; readonly id: Prisma.Sql; readonly where: Prisma.Sql }

/** Of the whole site there is no one index: its pages are merged from those of the editions. */
export function sourceOf(channel: Exclude<Channel, { kind: 'site' }>): Source {
  switch (channel.kind) {
    case 'edition':
      return ofArticle(Prisma.sql`"editionId" = ${channel.editionId}`)
    case 'blog':
      return ofArticle(Prisma.sql`"blogId" = ${channel.blogId}`)
    case 'topic':
      return {
        from: Prisma.sql`"ArticleTopic"`,
        id: Prisma.sql`"articleId"`,
        where: Prisma.sql`"topicId" = ${channel.topicId}`,
      }
    case 'contributor':
      return {
        from: Prisma.sql`"Byline"`,
        id: Prisma.sql`"articleId"`,
        where: Prisma.sql`"contributorId" = ${channel.contributorId}`,
      }
  }
}

function ofArticle(where: Prisma.Sql): Source {
  return { from: Prisma.sql`"Article"`, id: Prisma.sql`"id"`, where }
}
