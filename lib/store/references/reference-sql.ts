import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** Topics and contributors are kept alike: where each kind keeps what. Only these words are ever put into a statement as they are. */
export const referenceSql = {
  topic: {
    table: Prisma.raw('"Topic"'),
    uses: Prisma.raw('"ArticleTopic"'),
    column: Prisma.raw('"topicId"'),
    merged: Prisma.raw('"MergedTopic"'),
    shownElsewhere: Prisma.raw('json_build_array(t."name")'),
  },
  contributor: {
    table: Prisma.raw('"Contributor"'),
    uses: Prisma.raw('"Byline"'),
    column: Prisma.raw('"contributorId"'),
    merged: Prisma.raw('"MergedContributor"'),
    shownElsewhere: Prisma.raw('json_build_array(t."name", t."kind", t."role")'),
  },
} satisfies Record<ReferenceKind, Readonly<Record<string, Prisma.Sql>>>
