import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { withParagraphs } from './paragraphs.ts'
import { withoutShortcodes } from './shortcodes.ts'

const urls: Readonly<Record<string, string>> = { '1': '/a.jpg', '2': '/b.png', '3': '/c.mp3', '4': '/d.mp4' }
const parts = {
  attachment: (id: string) => (urls[id] ? { url: urls[id], alt: '', caption: '' } : null),
  ...{ uploads: Object.keys(urls), pattern: () => null, footnotes: [] },
}

function written(text: string): { readonly html: string; readonly losses: readonly string[] } {
  const losses: string[] = []
  return { html: withoutShortcodes(text, parts, (kind, detail) => void losses.push(`${kind}: ${detail}`)), losses }
}

test('galleries and players that name nothing show what was uploaded to the article', () => {
  const sources = (text: string) => [...written(text).html.matchAll(/src="([^"]+)"/g)].map((match) => match[1])
  assert.deepEqual(sources('[gallery]'), ['/a.jpg', '/b.png'])
  assert.deepEqual(sources('[gallery exclude="1"]'), ['/b.png'])
  assert.deepEqual(sources('[gallery include="2"]'), ['/b.png'])
  assert.deepEqual(sources('[playlist]'), ['/c.mp3'])
  assert.deepEqual(sources('[playlist type="video"]'), ['/d.mp4'])
  assert.deepEqual(sources('[audio]'), ['/c.mp3'])
  assert.deepEqual(sources('[video]'), ['/d.mp4'])
  assert.deepEqual(sources('[youtube=https://youtu.be/abcdefghijk]'), ['https://youtu.be/abcdefghijk'])
})

test('a gallery that is empty is said', () => {
  const losses: string[] = []
  withoutShortcodes('[gallery]', { ...parts, uploads: [] }, (kind) => void losses.push(kind))
  assert.deepEqual(losses, ['picture-missing'])
})

test('names of JavaScript in brackets are words', () => {
  for (const text of ['[constructor]', '[hasownproperty]', '[constructor][/constructor]'])
    assert.equal(written(text).html, text.endsWith('[/constructor]') ? '' : text)
})

test('texts that would keep a careless pattern busy for hours take no time', async () => {
  const many = 400_000
  const ms = await processorMs(() => {
    for (const text of [' '.repeat(many), '<'.repeat(many), '\n \n'.repeat(many), '<a '.repeat(many)])
      withParagraphs(text)
    for (const text of ['['.repeat(many), '[a'.repeat(many), '[gallery '.repeat(many), '[a]'.repeat(many / 4)])
      written(text)
  })
  assert.ok(ms < 10_000, `${ms} ms`)
})
