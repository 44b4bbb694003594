import { type Found, type FoundKind, findingLimits } from '#lib/domain/lists/found.ts'
import type { Places } from '#lib/domain/people/places.ts'
import { hasWords } from '#lib/store/articles/desk/has-words.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** What is asked for: words, or the very things by id. */
export type Asked = { readonly text: string } | { readonly ids: readonly string[] }

const most = findingLimits.ofKind
const noWords = Prisma.sql`NULL AS "state", NULL AS "editionId", NULL AS "locale", NULL AS "direction"`
const ofEdition = Prisma.sql`NULL AS "state", e."id" AS "editionId", e."locale", e."direction"::text AS "direction"`

/** People who sign in, by name or e-mail address. For who manages them. */
export async function findPeople(asked: Asked): Promise<readonly Found[]> {
  return database().$queryRaw<Found[]>`
    SELECT 'person' AS "kind", u."id", u."name" AS "title", u."email" AS "detail", ${noWords} FROM "User" u
    WHERE ${fits(asked, Prisma.sql`u."id"`, Prisma.sql`u."name" || ' ' || u."email"`)} ORDER BY u."name", u."id" LIMIT ${most}`
}

/** Names of an edition's own tables: a newsroom has hundreds of them, not millions. */
export async function findNamed(
  kind: Extract<FoundKind, 'contributor' | 'topic' | 'blog' | 'page'>,
  asked: Asked,
  places: Places,
): Promise<readonly Found[]> {
  const { table, name, detail, blogId } = named[kind]
  return database().$queryRaw<Found[]>`
    SELECT ${kind} AS "kind", x."id", ${name} AS "title", ${detail} AS "detail", ${ofEdition}
    FROM ${table} x JOIN "Edition" e ON e."id" = x."editionId"
    WHERE ${fits(asked, Prisma.sql`x."id"::text`, Prisma.sql`${name} || ' ' || x."slug"`)} AND ${inPlaces(places, blogId)}
    ORDER BY e."position", ${name}, x."id" LIMIT ${most}`
}

const nowhere = Prisma.sql`NULL::int`
const named = {
  contributor: {
    ...{ table: Prisma.sql`"Contributor"`, name: Prisma.sql`x."name"`, blogId: nowhere },
    detail: Prisma.sql`x."role"`,
  },
  topic: { table: Prisma.sql`"Topic"`, name: Prisma.sql`x."name"`, detail: Prisma.sql`x."slug"`, blogId: nowhere },
  blog: {
    table: Prisma.sql`"Blog"`,
    name: Prisma.sql`x."name"`,
    detail: Prisma.sql`x."slug"`,
    blogId: Prisma.sql`x."id"`,
  },
  page: { table: Prisma.sql`"Page"`, name: Prisma.sql`x."title"`, detail: Prisma.sql`x."slug"`, blogId: nowhere },
} as const

/** Pictures by caption, description, credit, place or file name, the newest first. */
export async function findPictures(asked: Asked): Promise<readonly Found[]> {
  if ('ids' in asked) return pictures(Prisma.sql`p."id"::text = ANY(${[...asked.ids]}::text[])`)
  const beginnings = Prisma.sql`masthead_beginnings(${asked.text}, '')`
  return pictures(Prisma.sql`p."id" IN (
    SELECT "id" FROM "Picture"
    WHERE masthead_vector("credit" || ' ' || "fileName" || ' ' || coalesce("location", '')) @@ ${beginnings}
    UNION SELECT "pictureId" FROM "PictureText"
    WHERE masthead_vector("alt" || ' ' || "caption" || ' ' || coalesce("credit", '')) @@ ${beginnings})`)
}

async function pictures(condition: Prisma.Sql): Promise<readonly Found[]> {
  return database().$queryRaw<Found[]>`
    SELECT 'picture' AS "kind", p."id", coalesce(nullif(t."caption", ''), nullif(t."alt", ''), p."fileName") AS "title",
      coalesce(nullif(t."credit", ''), p."credit") AS "detail", NULL AS "state", NULL AS "editionId", t."locale", NULL AS "direction"
    FROM "Picture" p
    LEFT JOIN LATERAL (SELECT * FROM "PictureText" t WHERE t."pictureId" = p."id" ORDER BY t."locale" LIMIT 1) t ON true
    WHERE ${condition} ORDER BY p."id" DESC LIMIT ${most}`
}

function fits(asked: Asked, id: Prisma.Sql, words: Prisma.Sql): Prisma.Sql {
  return 'ids' in asked ? Prisma.sql`${id} = ANY(${[...asked.ids]}::text[])` : hasWords(words, asked.text)
}

function inPlaces(places: Places, blogId: Prisma.Sql): Prisma.Sql {
  if (places.kind === 'everywhere') return Prisma.sql`true`
  return Prisma.sql`(x."editionId" = ANY(${[...places.editionIds]}::int[]) OR ${blogId} = ANY(${[...places.blogIds]}::int[]))`
}
