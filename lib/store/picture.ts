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
  readonly sha256: string
  readonly fileName: string
}

import { Prisma } from './generated/client.ts'
import { hotQuery } from './hot-query.ts'

export async function findPictureByToken(token: string): Promise<PictureFile | null> {
  const [picture] = await hotQuery<PictureFile>(Prisma.sql`
    SELECT "id", "token", "mediaType", "width", "height", json_build_object('x', "focusX", 'y', "focusY") AS "focus",
      "credit", "copyright", "sha256", "fileName"
    FROM "Picture" WHERE "token" = ${token}`)
  return picture ?? null
}
