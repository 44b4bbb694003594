import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import { edit } from '#lib/domain/workflow/workflow.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, makeEdition, makePublished, paragraphs } from '#lib/store/testing/newsroom.ts'
import { momentIn, refusalText } from '../support/publishing-words.ts'
import { signInToTest } from '../testing/next-request.ts'

withDatabase()

/** Imported here: the stands of next-request.ts must be there before. */
const { scheduleArticle } = await import('./schedule-article.ts')
const { moveArticleWithdrawal, setArticleWithdrawal } = await import('./withdraw-article.ts')
const { carryOutBulk } = await import('./bulk.ts')

const timeZone = 'Asia/Bishkek'
const [early, late, latest] = ['2098-05-01T10:00', '2098-05-02T10:00', '2098-05-03T10:00']
const said = (clock: string) => {
  const read = readZonedTime(clock, timeZone)
  return momentIn({ words: adminWords('en'), locale: 'en', timeZone }, read.kind === 'moment' ? read.at : assert.fail())
}

function formOf(fields: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}

/** Of the field that asks for a time, which what was typed comes back with. */
function wrongTime(state: FormState, typed: FormData): string {
  if (state.kind !== 'rejected') assert.fail(JSON.stringify(state))
  assert.deepEqual(state.values, Object.fromEntries(typed))
  return state.errors.when?.join(' ') ?? assert.fail(JSON.stringify(state.errors))
}

test('whoever sets newer text for a time after its article has left, or the other way about, is told both times', async () => {
  const newsroom = await makeEdition({ timeZone })
  await signInToTest('chief_editor')
  const articleId = await makePublished(newsroom)
  await change(articleId, { version: 2 }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, body: paragraphs('Newer') }, newestRevisionId),
  )
  const leaving = { articleId, version: 3, when: late, notice: 'It is over.', reason: 'The rights end' }
  assert.equal((await setArticleWithdrawal(idle, formOf(leaving))).kind, 'done')
  for (const when of [late, latest]) {
    const form = formOf({ articleId, version: 4, when })
    const text = wrongTime(await scheduleArticle(idle, form), form)
    assert.ok(text.includes(said(when)) && text.includes(said(late)), text)
  }
  const several = formOf({ act: 'schedule', item: `${articleId}:4`, when: latest })
  const bulk = await carryOutBulk({ kind: 'idle' }, several)
  assert.ok(bulk.kind === 'result' && bulk.lines[0]?.said.includes(said(latest)), JSON.stringify(bulk))

  assert.equal((await scheduleArticle(idle, formOf({ articleId, version: 4, when: early }))).kind, 'done')
  const sooner = formOf({ ...leaving, version: 5, when: early, notice: 'Over sooner.' })
  const text = wrongTime(await setArticleWithdrawal(idle, sooner), sooner)
  assert.ok(text.includes(said(early)), text)
  const moved = formOf({ articleId, version: 5, when: early })
  assert.equal(wrongTime(await moveArticleWithdrawal(idle, moved), moved), text, 'the calendar says the same')
  assert.equal((await moveArticleWithdrawal(idle, formOf({ articleId, version: 5, when: latest }))).kind, 'done')
})

test('every language names both times', () => {
  const [update, withdrawal] = [new Date('2098-05-01T04:00:00Z'), new Date('2098-05-02T05:00:00Z')]
  for (const locale of ['en', 'ky', 'ru', 'fa'])
    for (const kind of ['update-after-withdrawal', 'withdrawal-before-update'] as const) {
      const voice = { words: adminWords(locale), locale, timeZone }
      const text = refusalText({ kind, update, withdrawal }, voice)
      for (const at of [update, withdrawal]) assert.ok(text.includes(momentIn(voice, at)), text)
    }
})
