import type { NewSlot } from '#lib/domain/sections/front-slots.ts'
import { database } from '#lib/store/database/client.ts'

type Whose = { readonly editionId: number; readonly userId: string }

/** Keeps a front as somebody arranged it, for its preview. Readers see nothing of it. */
export async function keepFrontDraft({
  editionId,
  userId,
  slots,
  now,
}: Whose & { readonly slots: readonly NewSlot[]; readonly now: Date }): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "FrontDraft" ("editionId", "userId", "slots", "savedAt")
    VALUES (${editionId}, ${userId}, ${JSON.stringify(slots)}::jsonb, ${now})
    ON CONFLICT ("editionId", "userId") DO UPDATE SET "slots" = excluded."slots", "savedAt" = excluded."savedAt"`
}

export async function findFrontDraft({ editionId, userId }: Whose): Promise<readonly NewSlot[] | null> {
  const [draft] = await database().$queryRaw<{ slots: readonly NewSlot[] }[]>`
    SELECT "slots" FROM "FrontDraft" WHERE "editionId" = ${editionId} AND "userId" = ${userId}`
  return draft?.slots ?? null
}
