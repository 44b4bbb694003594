import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcement, notesForm, parseLibraryFilter, textsForm } from './picture-forms.ts'

const which = { id: '7', version: '2' }

test('the words of a picture hold what a database can, whatever a clipboard brought', () => {
  const words = textsForm.parse({ ...which, locale: 'ky', alt: 'A\u0000 map\n', caption: 'Cut\r\nhere', credit: ' ' })
  assert.deepEqual([words.alt, words.caption, words.credit], ['A map', 'Cut here', null])
  assert.equal(textsForm.safeParse({ ...which, locale: 'ky', alt: 'a\ud800', caption: '', credit: '' }).success, false)
  assert.equal(announcement.parse({ fileName: 'a\u0000.jpg', bytes: 1 }).fileName, 'a.jpg')
})

test('a picture has somebody to credit', () => {
  const rest = { copyright: '', rights: '', rightsUntil: '', takenAt: '', location: '', digitalSource: '' }
  const codes = notesForm.safeParse({ ...which, ...rest, credit: ' \u0000' }).error?.issues
  assert.deepEqual(
    codes?.map(({ path, message }) => [path.join('.'), message]),
    [['credit', 'required']],
  )
})

test('the last day that is asked for belongs to the answer', () => {
  const { from, until } = parseLibraryFilter({ from: '2026-11-01', until: '2026-11-30', rights: 'nonsense' })
  assert.deepEqual(
    [from?.toISOString(), until?.toISOString()],
    ['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
  )
  assert.equal(parseLibraryFilter({ from: 'yesterday' }).from, null)
})
