import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImportArguments } from './import-options.ts'

const read = (...args: readonly string[]) => readImportArguments(args, '/from')

test('one file or folder is named, by its path from where the command was typed', () => {
  const args = read('old.xml', '--dry-run', '--pictures', 'uploads', '--report', '/tmp/losses.jsonl')
  assert.deepEqual(args.ok && args.value, {
    ...{ path: '/from/old.xml', isDry: true, edition: null, blog: null, site: null, fetches: false },
    ...{ pictures: '/from/uploads', report: '/tmp/losses.jsonl' },
  })
  for (const wrong of [[], ['a', 'b'], ['a', '--nonsense']]) assert.equal(read(...wrong).ok, false)
})

test('the site of a file that does not say it is a whole address', () => {
  const args = read('ghost.json', '--site', 'https://old.example/news', '--fetch')
  assert.deepEqual(args.ok && [args.value.site, args.value.fetches], ['https://old.example/news', true])
  for (const site of ['old.example', 'ftp://old.example', 'https://a:b@old.example'])
    assert.equal(read('ghost.json', '--site', site).ok, false, site)
})
