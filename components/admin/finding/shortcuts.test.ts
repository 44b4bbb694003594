import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { isPartOf, shortcutParts } from './shortcuts.ts'

const partsOn = (path: string) =>
  shortcutParts(adminWords('en'))
    .filter((part) => isPartOf(part, path))
    .map(({ on }) => on)

test('the sheet is about the page at hand', () => {
  // The lists of the desk have no boxes to tick.
  assert.deepEqual(partsOn('/admin'), ['everywhere', 'rows'])
  assert.deepEqual(partsOn('/admin/articles'), ['everywhere', 'rows', 'selection'])
  assert.deepEqual(partsOn('/admin/articles/42'), ['everywhere', 'editor'])
  assert.deepEqual(partsOn('/admin/articles/new'), ['everywhere'])
  assert.deepEqual(partsOn('/admin/fronts/1'), ['everywhere', 'order'])
  assert.deepEqual(partsOn('/admin/fronts'), ['everywhere'])
  assert.deepEqual(partsOn('/admin/board'), ['everywhere', 'board'])
  assert.deepEqual(partsOn('/admin/calendar'), ['everywhere', 'calendar'])
})

test('what is pressed without Ctrl or ⌘ can be switched off, but for keys of a control that has the focus', () => {
  const ofControls = ['Esc', 'Enter', 'Space', '← →', '↑ ↓']
  for (const { shortcuts } of shortcutParts(adminWords('en')))
    for (const { keys, isSingle, label } of shortcuts)
      assert.equal(isSingle, keys.length === 1 && !ofControls.includes(keys[0] ?? ''), label)
})
