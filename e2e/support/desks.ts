import { randomBytes } from 'node:crypto'
import { type Desk, type DeskStage, inOrder } from '#lib/domain/desk/desk-stage.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { beginDesk } from '#lib/store/desks/change-desk.ts'
import { createBlog, createContributor } from '#lib/store/sections/create-newsroom.ts'
import { openSiteDatabase } from './database.ts'

export type MadeDesk = {
  readonly editionId: number
  readonly blogId: number
  readonly blogName: string
  readonly contributorId: number
}

type Rules = Pick<DeskStage, 'name' | 'state'> & Partial<DeskStage>

const by = { name: 'test' }

/** A blog of its own, in an edition that readers never see: what a test changes there is nobody else's. No other edition has its language. */
export async function makeDesk(stages: readonly Rules[] = []): Promise<MadeDesk> {
  openSiteDatabase()
  const word = randomBytes(3).toString('hex')
  const words = { name: `Desk ${word}`, description: 'Of a test', standfirst: 'Of a test' }
  return inTransaction(async (open) => {
    await open.edition.createMany({
      data: {
        ...{ key: 'pt', locale: 'pt', direction: 'ltr', timeZone: 'Asia/Bishkek', isOff: true, position: 99 },
        ...{ name: 'Desks', tagline: 'Of tests', description: 'Desks of tests' },
      },
      skipDuplicates: true,
    })
    const edition = await open.edition.findUniqueOrThrow({ where: { key: 'pt' } })
    const contributorId = await createContributor({
      ...{
        editionId: edition.id,
        key: `writer-${word}`,
        slug: `writer-${word}`,
        kind: 'person',
        name: `Writer ${word}`,
      },
      ...{ role: 'Reporter', bio: '' },
    })
    const blogId = await createBlog({
      ...{ editionId: edition.id, slug: `desk-${word}`, about: [], editorId: null, position: 0, ...words },
    })
    const desk = { editionId: edition.id, blogId, blogName: words.name, contributorId }
    if (stages.length > 0) await giveStages(desk, stages)
    return desk
  })
}

/** A draft of somebody's own on that desk, ready to go out. */
export async function makeArticleOn(
  { editionId, blogId, contributorId }: MadeDesk,
  authorId?: string,
): Promise<{ readonly id: number; readonly headline: string }> {
  openSiteDatabase()
  const word = randomBytes(4).toString('hex')
  const headline = `Ferry ${word} sails`
  return inTransaction(async (open) => {
    const made = await createArticle({
      ...{ editionId, blogId, familyKey: `ferry-${word}`, slug: `ferry-${word}`, by, now: new Date() },
      text: {
        ...{ headline, standfirst: `It stood still, says ${word}.`, description: null, pictureId: null },
        ...{
          sources: [],
          sourceLine: null,
          body: [{ kind: 'paragraph', content: [{ text: `People cross ${word}.` }] }],
        },
      },
      ...{ topicIds: [], bylines: [{ contributorId, role: null }], embargoUntil: null },
    })
    if (!made.ok) throw new Error(made.error.kind)
    const { id } = made.value
    if (authorId) await open.article.update({ where: { id }, data: { authorId } })
    return { id, headline }
  })
}

/** `follows` of a rule counts from the first of the list, which is 1. */
async function giveStages(place: MadeDesk, rules: readonly Rules[]): Promise<void> {
  const desk: Desk = inOrder(
    rules.map((rule, index) => ({
      ...{ id: index + 1, position: index, entryRole: null, follows: [], releases: false, ...rule },
    })),
  )
  const change = {
    place: { editionId: place.editionId, blogId: place.blogId },
    by,
    action: 'begin',
    details: {},
    now: new Date(),
  }
  await beginDesk(change, desk)
}
