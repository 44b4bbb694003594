import type { DemoBars, PictureWords } from '#lib/media/demo/demo-picture.ts'
import { canvas, type Drawing, drawing, element, ink, textAt } from './canvas.ts'
import type { Typesetter } from './text.ts'

const margin = 150
const mostBar = 96

/** Bars from zero, each below its number and its name, so that the words stay whole on the narrowest crop. */
export function drawBars(chart: DemoBars, words: PictureWords, set: Typesetter): Drawing {
  const isRtl = words.direction === 'rtl'
  const numbers = new Intl.NumberFormat(words.locale)
  const most = Math.max(...chart.items.map(({ value }) => value))
  const length = canvas.width - 2 * margin
  const top = 190
  const step = Math.min(260, (canvas.height - top - 110) / chart.items.length)
  const barHeight = Math.min(mostBar, step * 0.4)
  const subject = subjectOf(chart)
  const from = (start: number, width: number) => (isRtl ? canvas.width - margin - start - width : margin + start)
  const block = step * chart.items.length
  const first = (canvas.height - block) / 2 + 20

  const unit = set(words.labels.unit ?? chart.unit, { size: 46, weight: 400 })
  const rows = chart.items.map((item, index) => {
    const y = first + index * step
    const fill = item === subject ? ink.accent : ink.slate
    const value = set(numbers.format(item.value), { size: 70, weight: 700 })
    const name = set(words.labels[item.id] ?? item.id, { size: 54, weight: 400 })
    const baseline = y + step - barHeight - 58
    const width = Math.max(6, (item.value / most) * length)
    return [
      textAt(value, { x: from(0, value.width), y: baseline, fill: item === subject ? ink.accent : ink.text }),
      textAt(name, { x: from(value.width + 28, name.width), y: baseline, fill: ink.text }),
      element('rect', { x: from(0, width), y: baseline + 24, width, height: barHeight, fill }),
    ].join('')
  })
  const end = canvas.width - 2 * margin - unit.width
  const head = textAt(unit, { x: from(end, unit.width), y: first + step - barHeight - 58, fill: ink.quiet })
  return drawing(rows.join('') + head, {
    background: ink.paper,
    focus: { x: isRtl ? 0.7 : 0.3, y: 0.5 },
  })
}

/** What the chart is about, if that can be seen: the last of a series of years, or a bar twice as long as any other. */
function subjectOf({ items }: DemoBars): DemoBars['items'][number] | undefined {
  if (items.every(({ year }) => year)) return items.at(-1)
  const [first, second] = items.toSorted((one, other) => other.value - one.value)
  return first && first.value > 2 * (second?.value ?? 0) ? first : undefined
}
