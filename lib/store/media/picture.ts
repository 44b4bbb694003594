import type { DigitalSource } from '#lib/domain/media/digital-source.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** What is needed to make a rendition of an original, with the words that stay inside the file. */
export type PictureFile = {
  readonly id: number
  readonly token: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly focus: { readonly x: number; readonly y: number }
  readonly credit: string
  readonly copyright: string | null
  readonly digitalSource: DigitalSource | null
  readonly sha256: string
  readonly fileName: string
  /** Something public shows it, or has. Else it is the newsroom's alone. */
  readonly isPublic: boolean
}

/** By its token of today or an earlier one: addresses that were given away go on showing what they showed. */
export async function findPictureByToken(token: string): Promise<PictureFile | null> {
  const [picture] = await hotQuery<PictureFile>(Prisma.sql`
    SELECT "id", "token", "mediaType", "width", "height", json_build_object('x', "focusX", 'y', "focusY") AS "focus",
      "credit", "copyright", "digitalSource", "sha256", "fileName", "publicSince" IS NOT NULL AS "isPublic"
    FROM "Picture" WHERE "token" = ${token}
    UNION ALL
    SELECT p."id", f."token", f."mediaType", f."width", f."height", json_build_object('x', f."focusX", 'y', f."focusY"),
      f."credit", f."copyright", f."digitalSource", f."sha256", p."fileName", p."publicSince" IS NOT NULL
    FROM "FormerPicture" f JOIN "Picture" p ON p."id" = f."pictureId" WHERE f."token" = ${token}`)
  return picture ?? null
}

/** By its id, for a preview: the newest file there is. */
export async function findPictureToken(id: number): Promise<string | null> {
  const [picture] = await hotQuery<{ token: string }>(Prisma.sql`SELECT "token" FROM "Picture" WHERE "id" = ${id}`)
  return picture?.token ?? null
}
