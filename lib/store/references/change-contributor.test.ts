import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, hour, makeEdition, makePicture, noon } from '#lib/store/testing/newsroom.ts'
import { beginContributor, type ContributorWords, changeContributor } from './change-contributor.ts'
import { findEditedContributor } from './references-admin.ts'

const db = withDatabase()

const words: ContributorWords = {
  ...{ name: 'A. Writer', slug: 'a-writer', kind: 'person', role: 'Reporter', bio: '', isPseudonym: false },
  ...{ links: [], pictureId: null, userId: null },
}
const barred = { ok: false, error: { kind: 'picture-barred', fileName: 'map.png' } }

test('a barred picture is no new portrait; a portrait that stands stays, whatever became of its rights', async () => {
  const { edition } = await makeEdition()
  const begin = (pictureId: number | null, slug: string) =>
    beginContributor({
      ...{ editionId: edition.id, counterpartId: null, by, now: noon },
      words: { ...words, slug, pictureId },
    })
  const bring = () => makePicture({ locale: 'en' })
  const [ended, once, good] = [await bring(), await bring(), await bring()]
  await db.query(`UPDATE "Picture" SET "rightsUntil" = $2 WHERE "id" = $1`, [ended, hour(-48)])
  await db.query(`UPDATE "Picture" SET "isReusable" = false WHERE "id" = $1`, [once])
  assert.deepEqual(await begin(ended, 'ended'), barred)
  const made = await begin(good, 'a-writer')
  assert.ok(made.ok)
  const { id } = made.value
  const put = async (pictureId: number | null) => {
    const seenAt = (await findEditedContributor(id))?.changedAt ?? noon
    return changeContributor({ id, seenAt, words: { ...words, pictureId }, counterparts: [], by, now: noon })
  }
  assert.deepEqual(await put(once), barred)
  assert.equal((await findEditedContributor(id))?.pictureId, good)
  await db.query(`UPDATE "Picture" SET "isReusable" = false WHERE "id" = $1`, [good])
  assert.ok((await put(good)).ok)
  assert.ok((await put(null)).ok)
  assert.deepEqual(await put(good), barred)
})
