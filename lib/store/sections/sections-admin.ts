import type { Edition } from '#lib/domain/edition.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { database } from '#lib/store/database/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'
import type { BlogWords } from './change-blog.ts'

export type BlogLine = {
  readonly id: number
  readonly name: string
  readonly standfirst: string
  readonly editorName: string | null
  readonly edition: Edition
}
export type EditedBlog = BlogWords & {
  readonly id: number
  readonly slug: string
  readonly changedAt: Date
  readonly edition: Edition
}
export type PageLine = { readonly id: number; readonly title: string; readonly slug: string; readonly edition: Edition }
export type EditedPage = PageLine & {
  readonly description: string
  readonly body: Body
  readonly version: number
}

/** Every blog of every edition, in the order of the navigation. */
export async function listBlogs(): Promise<readonly BlogLine[]> {
  return database().$queryRaw<BlogLine[]>`
    SELECT b."id", b."name", b."standfirst", c."name" AS "editorName", ${editionJson} AS "edition"
    FROM "Blog" b JOIN "Edition" e ON e."id" = b."editionId" LEFT JOIN "Contributor" c ON c."id" = b."editorId"
    ORDER BY e."position", e."id", b."position", b."id"`
}

export async function findEditedBlog(id: number): Promise<EditedBlog | null> {
  const [blog] = await database().$queryRaw<EditedBlog[]>`
    SELECT b."id", b."slug", b."name", b."standfirst", b."description", b."about", b."editorId", b."changedAt",
      ${editionJson} AS "edition"
    FROM "Blog" b JOIN "Edition" e ON e."id" = b."editionId" WHERE b."id" = ${id}`
  return blog ?? null
}

/** Every static page of every edition, in the order of the navigation. */
export async function listPages(): Promise<readonly PageLine[]> {
  return database().$queryRaw<PageLine[]>`
    SELECT p."id", p."title", p."slug", ${editionJson} AS "edition"
    FROM "Page" p JOIN "Edition" e ON e."id" = p."editionId" ORDER BY e."position", e."id", p."position", p."id"`
}

export async function findEditedPage(id: number): Promise<EditedPage | null> {
  const [page] = await database().$queryRaw<EditedPage[]>`
    SELECT p."id", p."title", p."slug", p."description", p."body", p."version", ${editionJson} AS "edition"
    FROM "Page" p JOIN "Edition" e ON e."id" = p."editionId" WHERE p."id" = ${id}`
  return page ?? null
}
