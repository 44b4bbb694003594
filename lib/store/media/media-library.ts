import type { PageOf, Paging } from '#lib/domain/lists/listing.ts'
import type { Focus, LibraryPicture, PictureNotes, PictureSource, PictureWords } from '#lib/domain/media/library.ts'
import type { Bar } from '#lib/domain/media/rights.ts'
import { hasWords } from '#lib/store/articles/desk/has-words.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { keysetHasBehind, keysetPage, pageFrom } from '#lib/store/database/keyset.ts'
import { takeTurns } from '#lib/store/database/take-turns.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type LibraryFilter = {
  readonly text: string | null
  readonly credit: string | null
  /** When it was taken, or brought where nobody knows. */
  readonly from: Date | null
  /** Before this moment. */
  readonly until: Date | null
  /** Only those that have no description in this locale. */
  readonly lacksAltIn: string | null
  /** Only those that may not be placed anew, for this reason. */
  readonly bar: Bar | null
}

/** A picture in the list: enough to know it again. */
export type LibraryLine = Pick<
  LibraryPicture,
  | 'id'
  | 'token'
  | 'fileName'
  | 'width'
  | 'height'
  | 'credit'
  | 'createdAt'
  | 'focus'
  | 'texts'
  | 'rightsUntil'
  | 'isReusable'
>

export const libraryPageSize = 48

const order = { at: Prisma.sql`p."createdAt"`, id: Prisma.sql`p."id"` }
const focus = Prisma.sql`json_build_object('x', p."focusX", 'y', p."focusY") AS "focus"`
const texts = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('locale', t."locale", 'alt', t."alt", 'caption', t."caption",
  'credit', t."credit") ORDER BY t."locale"), '[]') FROM "PictureText" t WHERE t."pictureId" = p."id") AS "texts"`

/** Pictures, the last brought first. */
export async function listLibrary(filter: LibraryFilter, paging: Paging, now: Date): Promise<PageOf<LibraryLine>> {
  const from = Prisma.sql`FROM "Picture" p WHERE ${fits(filter, now)}`
  const [rows, [behind]] = await Promise.all([
    database().$queryRaw<LibraryLine[]>`
      SELECT p."id", p."token", p."fileName", p."width", p."height", p."credit", p."createdAt", p."rightsUntil",
        p."isReusable", ${focus}, ${texts}
      ${from} ${keysetPage(order, paging, libraryPageSize)}`,
    database().$queryRaw<{ has: boolean }[]>`SELECT ${keysetHasBehind(from, order, paging)} AS "has"`,
  ])
  const cursorOf = ({ createdAt, id }: LibraryLine) => ({ at: createdAt, id })
  return pageFrom({ rows, hasBehind: behind?.has ?? false, paging, limit: libraryPageSize, cursorOf })
}

export async function findLibraryPicture(id: number): Promise<LibraryPicture | null> {
  return readPicture(id, Prisma.empty)
}

/** The same, held until the transaction ends: nobody changes it, and no article, slot or contributor takes it up, meanwhile. */
export async function findLibraryPictureForChange(id: number): Promise<LibraryPicture | null> {
  return readPicture(id, Prisma.sql`FOR UPDATE OF p`)
}

async function readPicture(id: number, lock: Prisma.Sql): Promise<LibraryPicture | null> {
  const [picture] = await database().$queryRaw<LibraryPicture[]>`
    SELECT p."id", p."token", p."version", p."fileName", p."mediaType", p."width", p."height", p."bytes", p."sha256", p."credit",
      p."copyright", p."rights", p."rightsUntil", p."isReusable", p."takenAt", p."location", p."digitalSource", p."ownCaption", p."ownAlt",
      p."createdAt", ${focus}, ${texts},
      (SELECT u."userId" FROM "Upload" u WHERE u."pictureId" = p."id" AND u."replaces" IS NULL LIMIT 1) AS "uploadedById"
    FROM "Picture" p WHERE p."id" = ${id} ${lock}`
  return picture ?? null
}

export type NewPicture = PictureSource &
  PictureNotes & {
    readonly token: string
    readonly focus: Focus
    readonly ownCaption: string | null
    readonly ownAlt: string | null
  }

export async function createLibraryPicture({ focus, ...picture }: NewPicture, now: Date): Promise<number> {
  const data = { ...picture, focusX: focus.x, focusY: focus.y, createdAt: now }
  return (await database().picture.create({ data, select: { id: true } })).id
}

/** Languages that pictures are described in: those of the editions, each once. */
export async function listTextLocales(): Promise<
  readonly { readonly locale: string; readonly direction: 'ltr' | 'rtl' }[]
> {
  return database().$queryRaw<{ locale: string; direction: 'ltr' | 'rtl' }[]>`
    SELECT "locale", min("direction"::text) AS "direction" FROM "Edition" GROUP BY "locale" ORDER BY min("position")`
}

/** Runs `work` while no other file of these bytes comes or goes: the database and the folder of originals stay of one mind. */
export async function holdingOriginal<T>(sha256: string, work: () => Promise<T>): Promise<T> {
  return inTransaction(async () => {
    await takeTurns(`original ${sha256}`)
    return work()
  })
}

/** Whether any picture, of today or earlier, is drawn from this original. */
export async function isOriginalUsed(sha256: string): Promise<boolean> {
  const [row] = await database().$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Picture" WHERE "sha256" = ${sha256})
      OR EXISTS (SELECT 1 FROM "FormerPicture" WHERE "sha256" = ${sha256}) AS "used"`
  return row?.used ?? false
}

export async function writeTexts(pictureId: number, words: readonly PictureWords[]): Promise<void> {
  await database().pictureText.deleteMany({ where: { pictureId } })
  await database().pictureText.createMany({ data: words.map((one) => ({ pictureId, ...one })) })
}

function fits({ text, credit, from, until, lacksAltIn, bar }: LibraryFilter, now: Date): Prisma.Sql {
  const date = Prisma.sql`coalesce(p."takenAt", p."createdAt")`
  const conditions = [
    ...(text === null ? [] : [hasWords(words, text)]),
    ...(credit === null ? [] : [hasWords(credits, credit)]),
    ...(from === null ? [] : [Prisma.sql`${date} >= ${from}`]),
    ...(until === null ? [] : [Prisma.sql`${date} < ${until}`]),
    ...(lacksAltIn === null ? [] : [lacks(lacksAltIn)]),
    ...(bar === null ? [] : [bars[bar](now)]),
  ]
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

const words = Prisma.sql`concat_ws(' ', p."fileName", p."key", p."credit", p."copyright", p."location", p."ownCaption",
  p."ownAlt",
  (SELECT string_agg(concat_ws(' ', t."alt", t."caption", t."credit"), ' ') FROM "PictureText" t WHERE t."pictureId" = p."id"))`
const credits = Prisma.sql`concat_ws(' ', p."credit", p."copyright",
  (SELECT string_agg(t."credit", ' ') FROM "PictureText" t WHERE t."pictureId" = p."id"))`

// A day after its start, as lib/domain/media/rights has it.
const bars = {
  expired: (now: Date) => Prisma.sql`p."rightsUntil" + interval '1 day' <= ${now}`,
  'no-reuse': () => Prisma.sql`NOT p."isReusable"`,
} as const satisfies Record<Bar, (now: Date) => Prisma.Sql>

function lacks(locale: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM "PictureText" t WHERE t."pictureId" = p."id" AND t."locale" = ${locale})`
}
