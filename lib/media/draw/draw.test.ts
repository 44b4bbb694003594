import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canvas } from './canvas.ts'
import { clipLine, clipRing } from './clip.ts'
import { curveThrough } from './curve.ts'
import { type Candidate, type LabelBox, placeLabels, placesAround } from './labels.ts'
import { lakes } from './lakes.ts'
import { loadTypesetter } from './text.ts'
import { apart } from './timeline.ts'

const size = { width: 200, height: 50 }

function overlap(one: LabelBox, other: LabelBox): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

test('names of a crowd of places find room without covering each other or a mark', () => {
  const spots = Array.from(
    { length: 7 },
    (_, index) => [900 + (index % 3) * 50, 600 + Math.floor(index / 3) * 45] as const,
  )
  const labels = spots.map((spot, index) => ({ id: String(index), candidates: placesAround(spot, size, 15) }))
  const marks = spots.map(([x, y]) => ({ x: x - 15, y: y - 15, width: 30, height: 30 }))
  const chosen = [
    ...placeLabels(
      labels,
      marks.map((box) => ({ box, cost: 300 })),
    ).values(),
  ]
  assert.equal(chosen.length, spots.length)
  for (const [index, { box }] of chosen.entries()) {
    for (const other of chosen.slice(index + 1)) assert.ok(!overlap(box, other.box))
    for (const mark of marks) assert.ok(!overlap(box, mark))
    assert.ok(box.x >= 0 && box.x + box.width <= canvas.width && box.y >= 0 && box.y + box.height <= canvas.height)
  }
})

test('a name alone stands close by, without a line; one that has to move away gets one', () => {
  const [alone] = placeLabels([{ id: 'a', candidates: placesAround([900, 600], size, 15) }], []).values()
  assert.equal(alone?.leader, null)
  const wall = { box: { x: 600, y: 500, width: 600, height: 200 }, cost: 1000 }
  const [moved] = placeLabels([{ id: 'a', candidates: placesAround([900, 600], size, 15) }], [wall]).values()
  assert.ok((moved as Candidate).leader)
})

test('the name of a country is left out rather than laid over a town', () => {
  const only = { box: { x: 800, y: 600, ...size }, cost: 40, leader: null }
  const town = { box: { x: 850, y: 610, width: 30, height: 30 }, cost: 300 }
  const country = { id: 'country', candidates: [only], isOptional: true }
  assert.equal(placeLabels([country], []).size, 1)
  assert.equal(placeLabels([country], [town]).size, 0)
})

test('the same map comes out every time', () => {
  const labels = [0, 1, 2].map((id) => ({ id: String(id), candidates: placesAround([900 + id * 20, 600], size, 15) }))
  assert.deepEqual(placeLabels(labels, []), placeLabels(labels, []))
})

test('a ring is cut at the edges of the map and stays closed', () => {
  const square = [
    [-5, -5],
    [-5, 15],
    [15, 15],
    [15, -5],
    [-5, -5],
  ]
  const cut = clipRing(square, [0, 0, 10, 10])
  assert.deepEqual(cut.at(0), cut.at(-1))
  for (const [x = 99, y = 99] of cut) assert.ok(x >= 0 && x <= 10 && y >= 0 && y <= 10)
  assert.equal(new Set(cut.map(String)).size, 4)
  assert.deepEqual(
    clipRing(
      [
        [20, 20],
        [20, 30],
        [30, 30],
        [20, 20],
      ],
      [0, 0, 10, 10],
    ),
    [],
  )
})

test('a line keeps the stretches that touch the map', () => {
  const line = [
    [-30, 5],
    [-20, 5],
    [5, 5],
    [20, 5],
    [30, 5],
    [30, 50],
    [5, 50],
    [5, 5],
  ]
  const stretches = clipLine(line, [0, 0, 10, 10])
  assert.deepEqual(stretches, [
    [
      [-20, 5],
      [5, 5],
      [20, 5],
    ],
    [
      [5, 50],
      [5, 5],
    ],
  ])
})

test('a curve goes through all its points, and a shore ends where it began', () => {
  assert.match(
    curveThrough([
      [0, 0],
      [10, 5],
      [20, 0],
    ]),
    /^M0\.0,0\.0C\S+ \S+ 10\.0,5\.0C\S+ \S+ 20\.0,0\.0$/,
  )
  assert.match(
    curveThrough(
      [
        [0, 0],
        [10, 5],
        [20, 0],
      ],
      true,
    ),
    / 0\.0,0\.0Z$/,
  )
})

test('shores are rings of real places', () => {
  for (const [id, { shore }] of Object.entries(lakes))
    for (const [lon = 0, lat = 0] of shore) assert.ok(lon > 35 && lon < 90 && lat > 30 && lat < 50, id)
})

test('moments keep their order, their room and the frame', () => {
  for (const wanted of [
    [190, 350, 380, 1090],
    [190, 195, 200, 205, 210, 1090],
    [190, 1090],
    [190, 1080, 1085, 1090],
  ]) {
    const places = apart(wanted)
    const room = Math.min(150, 900 / wanted.length)
    for (const [index, place] of places.entries()) {
      assert.ok(place >= 170 && place <= 1110)
      if (index > 0) assert.ok(place - (places[index - 1] ?? 0) > room - 2, `${wanted} → ${places}`)
    }
  }
})

test('words are outlines: Kyrgyz as it is, Persian from right to left with its numbers the other way', async () => {
  const set = await loadTypesetter()
  const style = { size: 50, weight: 400 }
  const leftmost = (path: string) => Math.min(...[...path.matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x)))
  assert.ok(set('Өзгөн', style).width > 50)
  assert.notEqual(set('Өзгөн', style).path, set('Озгон', style).path)
  const one = set('۱', style)
  const twoThen = set('۲۱', style)
  assert.ok(Math.abs(twoThen.width - one.width - set('۲', style).width) < 2)
  // 21 starts with its 2 on the left, also inside of Persian words; the word before it is on the right.
  assert.ok(twoThen.path.startsWith(set('۲', style).path.slice(0, 12)))
  assert.ok(set('سال ۲۱', style).path.startsWith(twoThen.path.slice(0, 40)))
  assert.ok(leftmost(set('بیشکک', style).path) >= -5)
  // Letters join: the word is narrower than its letters one by one.
  const letters = [...'بیشکک'].reduce((sum, letter) => sum + set(letter, style).width, 0)
  assert.ok(set('بیشکک', style).width < letters * 0.9)
})
