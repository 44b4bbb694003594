import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { parse } from 'yaml'
import { renditionNear } from '#lib/domain/media/renditions.ts'
import { type DemoPicture, demoPicturesOf } from './demo-picture.ts'
import { drawDemoPicture } from './demo-pictures.ts'

const demo = new URL('../../../prisma/demo/', import.meta.url)
const read = async (path: string) => parse(await readFile(new URL(path, demo), 'utf8'))
const pictures = demoPicturesOf(await read('pictures.yaml'))

function idsOf(picture: DemoPicture): readonly string[] {
  if (picture.kind === 'map') return [...picture.places, ...picture.lines].map(({ id }) => id)
  return picture.kind === 'letters' ? ['note'] : picture.items.map(({ id }) => id)
}

test('every edition names everything that its pictures show, and writes alt and caption apart', async () => {
  for (const key of ['en', 'ky', 'ru', 'fa']) {
    const words: Record<string, { alt: string; caption: string; labels: Record<string, string> }> = await read(
      `${key}/pictures.yaml`,
    )
    for (const [name, { alt, caption, labels }] of Object.entries(words)) {
      const picture = pictures.find((picture) => picture.key === name)
      assert.ok(picture, `${key}: no picture ${name}`)
      for (const id of idsOf(picture)) assert.ok(labels[id], `${key}/${name}: no label for ${id}`)
      assert.notEqual(alt, caption, `${key}/${name}`)
    }
  }
})

test('a picture of each kind is drawn, opaque, in the size that all crops need, with its focus inside', async () => {
  for (const [key, locale] of [
    ['kyrgyzstan-departures-map', 'ky'],
    ['kyrgyzstan-profile-chart', 'fa'],
    ['turksib-timeline', 'ru'],
    ['persian-letters', 'en'],
  ] as const) {
    const picture = pictures.find((picture) => picture.key === key)
    const { labels } = (await read(`${locale}/pictures.yaml`))[key]
    assert.ok(picture)
    const { bytes, focus } = await drawDemoPicture(picture, {
      locale,
      direction: locale === 'fa' ? 'rtl' : 'ltr',
      labels,
    })
    const { width, height, format } = await sharp(bytes).metadata()
    assert.equal(format, 'png')
    for (const crop of ['16x9', '4x3', '1x1'] as const)
      assert.ok(renditionNear({ width, height, focus }, crop, 1200).width >= 1200)
    assert.ok(focus.x > 0 && focus.x < 1 && focus.y > 0 && focus.y < 1)
    const { isOpaque, channels } = await sharp(bytes).stats()
    assert.ok(isOpaque, 'a dark page must not shine through')
    assert.ok(
      channels.some(({ stdev }) => stdev > 10),
      'something is drawn',
    )
  }
})

test('what can not be drawn is named', () => {
  assert.throws(() => demoPicturesOf([{ key: 'x', kind: 'photo' }]), /kind/)
  assert.throws(() => demoPicturesOf([{ key: 'x', kind: 'chart', chart: 'pie', unit: '', items: [] }]), /chart/)
})
