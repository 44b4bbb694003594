import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cropBox,
  crops,
  formats,
  hasRendition,
  parseRenditionPath,
  renditionAddress,
  renditionNear,
  renditionsOf,
  srcSet,
  widths,
} from './renditions.ts'

const token = 'k3vYw0Zc9mQx7rTd'
const wide = { token, width: 1600, height: 900, focus: { x: 0.5, y: 0.5 } }

// A fixed sequence: a law that fails must fail again.
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    yield state / 4_294_967_296
  }
}

test('a crop lies inside the picture, has its ratio, is as large as can be, and keeps the focal point', () => {
  const random = numbers(7)
  for (let round = 0; round < 5000; round++) {
    const width = 160 + Math.floor(random.next().value * 6000)
    const height = 160 + Math.floor(random.next().value * 6000)
    const edge = round % 5
    const focus = edge === 0 ? { x: 0, y: 1 } : { x: random.next().value, y: random.next().value }
    for (const crop of crops) {
      const box = cropBox({ width, height, focus, crop })
      const about = `${crop} of ${width} × ${height} around ${focus.x}, ${focus.y}`
      assert.ok(box.left >= 0 && box.top >= 0, about)
      assert.ok(box.left + box.width <= width && box.top + box.height <= height, about)
      assert.ok(box.width === width || box.height === height, about)
      assert.ok(box.left <= focus.x * width && focus.x * width <= box.left + box.width, about)
      assert.ok(box.top <= focus.y * height && focus.y * height <= box.top + box.height, about)
      assert.ok([box.left, box.top, box.width, box.height].every(Number.isInteger), about)
      if (crop === 'whole') continue
      const [across = 1, down = 1] = crop.split('x').map(Number)
      // The last pixel of the shorter side is rounded.
      assert.ok(Math.abs(box.width * down - box.height * across) <= Math.max(across, down), about)
    }
  }
})

test('renditions of a crop share one shape, smallest first, and never exceed the original', () => {
  const random = numbers(11)
  for (let round = 0; round < 2000; round++) {
    const picture = {
      width: 160 + Math.floor(random.next().value * 4000),
      height: 160 + Math.floor(random.next().value * 4000),
      focus: { x: random.next().value, y: random.next().value },
    }
    for (const crop of crops) {
      const box = cropBox({ ...picture, crop })
      const sizes = renditionsOf(picture, crop)
      assert.ok(sizes.length >= 1)
      for (const [index, size] of sizes.entries()) {
        assert.ok(size.width <= box.width, `${crop} of ${picture.width} × ${picture.height}`)
        assert.ok(size.width > (sizes[index - 1]?.width ?? 0))
        assert.ok(Math.abs(size.height - (size.width * box.height) / box.width) <= 1)
      }
    }
  }
})

test('crops have whole-number heights, so that width and height in the page are exact', () => {
  assert.deepEqual(
    renditionsOf({ width: 2400, height: 1600, focus: { x: 0.5, y: 0.5 } }, '16x9').map(({ height }) => height),
    [90, 180, 270, 360, 540, 675, 1080],
  )
})

test('structured data gets three ratios of at least 1,200 pixels from an ordinary photograph', () => {
  const photo = { width: 1920, height: 1280, focus: { x: 0.2, y: 0.8 } }
  for (const crop of ['16x9', '4x3', '1x1'] as const) assert.equal(renditionNear(photo, crop, 1200).width, 1200)
  assert.equal(renditionNear({ ...photo, width: 700, height: 500 }, '16x9', 1200).width, 640)
})

test('what is printed is read back, for every rendition there is', () => {
  for (const crop of crops)
    for (const width of widths)
      for (const format of formats) {
        const rendition = { token, crop, width, format }
        assert.deepEqual(parseRenditionPath(renditionAddress(rendition)), rendition)
      }
})

test('no other spelling is a rendition', () => {
  const others = [
    `/media/${token}/16x9-641.avif`,
    `/media/${token}/16x9-0640.avif`,
    `/media/${token}/16x9-640.png`,
    `/media/${token}/16x9-640.AVIF`,
    `/media/${token}/3x2-640.avif`,
    `/media/${token}/whole-99999.jpg`,
    `/media/${token}/whole-640.jpg/`,
    `/media/${token}/whole-640.jpg?x=1`,
    `/media/${token}/whole-640.jpg\n`,
    `/media/../${token}/whole-640.jpg`,
    '/media/short/whole-640.jpg',
    `/media/${token}%2f/whole-640.jpg`,
    `//media/${token}/whole-640.jpg`,
    `/media/${token}`,
    '',
  ]
  for (const path of others) assert.equal(parseRenditionPath(path), null, path)
})

test('srcset lists what exists and nothing else', () => {
  assert.equal(
    srcSet({ ...wide, width: 500, height: 281 }, { crop: '16x9', format: 'webp' }),
    `/media/${token}/16x9-160.webp 160w, /media/${token}/16x9-320.webp 320w, /media/${token}/16x9-480.webp 480w`,
  )
  assert.ok(hasRendition(wide, { crop: '16x9', width: 1200 }))
  assert.ok(!hasRendition(wide, { crop: '16x9', width: 1920 }))
  assert.ok(!hasRendition(wide, { crop: '1x1', width: 960 }))
})
