import type { DemoTimeline, PictureWords } from '#lib/media/demo/demo-picture.ts'
import { canvas, type Drawing, drawing, element, ink, textAt } from './canvas.ts'
import type { Typesetter } from './text.ts'

const top = 190
const bottom = canvas.height - 190
const least = 150

/** Time runs down, to scale; words that would collide move apart and stay tied to their moment. */
export function drawTimeline(chart: DemoTimeline, words: PictureWords, set: Typesetter): Drawing {
  const isRtl = words.direction === 'rtl'
  // Years are names, not amounts: no thousands separator.
  const years = new Intl.NumberFormat(words.locale, { useGrouping: false })
  const values = chart.items.map(({ value }) => value)
  const [first = 0, last = 1] = [Math.min(...values), Math.max(...values)]
  const yOf = (year: number) => top + ((year - first) / Math.max(1, last - first)) * (bottom - top)
  const places = apart(values.map(yOf))
  const rows = chart.items.map((item) => ({
    year: set(years.format(item.value), { size: 76, weight: 700 }),
    name: set(words.labels[item.id] ?? item.id, { size: 60, weight: 400 }),
  }))
  const yearWidth = Math.max(...rows.map(({ year }) => year.width))
  const nameWidth = Math.max(...rows.map(({ name }) => name.width))
  const [stem, gap] = [110, 44]
  const block = stem + yearWidth + gap + nameWidth
  const start = Math.max(110, (canvas.width - block) / 2)
  const at = (x: number, width = 0) => (isRtl ? canvas.width - start - x - width : start + x)

  const ticks = ticksBetween(first, last).map((year) =>
    element('rect', { x: at(-14, 28), y: yOf(year) - 1, width: 28, height: 2, fill: ink.rule }),
  )
  const axis = element('rect', { x: at(-3, 6), y: top, width: 6, height: bottom - top, fill: ink.text })
  const marks = rows.map(({ year, name }, index) => {
    const [moment, y] = [yOf(values[index] ?? first), places[index] ?? top]
    const isLast = index === rows.length - 1
    const path = `M${at(0)} ${moment}L${at(30)} ${moment}L${at(stem - 50)} ${y}L${at(stem - 24)} ${y}`
    return [
      element('path', { d: path, fill: 'none', stroke: ink.faint, 'stroke-width': 3 }),
      element('circle', { cx: at(0), cy: moment, r: 17, fill: ink.accent, stroke: ink.paper, 'stroke-width': 6 }),
      textAt(year, { x: at(stem, year.width), y: y + 26, fill: isLast ? ink.accent : ink.text }),
      textAt(name, { x: at(stem + yearWidth + gap, name.width), y: y + 24, fill: ink.text }),
    ].join('')
  })
  return drawing(ticks.join('') + axis + marks.join(''), { background: ink.paper, focus: { x: 0.5, y: 0.5 } })
}

/** Moves places of ascending order apart until each has its room, as little as can be, inside the axis. */
export function apart(wanted: readonly number[], room = Math.min(least, (bottom - top) / wanted.length)): number[] {
  const places = [...wanted]
  for (let round = 0; round < 400; round++)
    for (let index = 1; index < places.length; index++) {
      const [upper = 0, lower = 0] = [places[index - 1], places[index]]
      const lack = room - (lower - upper)
      if (lack <= 0) continue
      places[index - 1] = Math.max(top - 20, upper - lack / 2)
      places[index] = Math.min(bottom + 20, lower + lack / 2)
    }
  return places
}

function ticksBetween(first: number, last: number): number[] {
  const span = last - first
  const step = [1, 5, 10, 20, 50].find((step) => span / step <= 12) ?? 100
  const start = Math.ceil(first / step) * step
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step)
}
