import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { filePath, namedFiles } from './named-files.ts'

const texts: readonly (readonly [text: string, ids: readonly string[], paths: readonly string[]])[] = [
  ['<!-- wp:image {"id":20,"sizeSlug":"large"} -->', ['20'], []],
  ['<!-- wp:media-text {"mediaId":21} --><!-- wp:gallery {"ids":[1,"2", 3]} -->', ['21', '1', '2', '3'], []],
  ['[gallery ids="4, 5" columns="2"] [playlist include=6] <img class="wp-image-7">', ['7', '4', '5', '6'], []],
  ['[caption id="attachment_8"]', ['8'], []],
  [
    '<a href="https://old.example/wp-content/uploads/2020/05/report.pdf">R</a> url(/wp-content/uploads/a-150x150.png)',
    [],
    ['2020/05/report.pdf', 'a.png'],
  ],
  ['No file here. Nor at 10:30, nor in [sic].', [], []],
]

test('a text names files by number and by address', () => {
  for (const [text, ids, paths] of texts) {
    const found = namedFiles(text)
    assert.deepEqual([[...found.ids], [...found.paths]], [ids, paths], text)
  }
})

test('no text, however it is built, takes long to look through', async () => {
  const ms = await processorMs(() => {
    for (const part of ['a', '"', '[gallery', 'https://', '/uploads/', '"id":', 'ids=1', 'x.jpg/'])
      namedFiles(part.repeat(2_000_000 / part.length))
  })
  assert.ok(ms < 10_000, `${ms} ms`)
})

test('one file has one path, in every size that WordPress makes of it', () => {
  for (const name of ['river', 'river-1024x768', 'river-scaled', 'river-rotated-300x225', 'river-e1588600000'])
    assert.equal(filePath(`https://old.example/wp-content/uploads/2020/05/${name}.jpg`), '2020/05/river.jpg')
  assert.equal(filePath('https://cdn.example/%D1%87.jpg'), 'ч.jpg')
})
