import type { DemoLetters, PictureWords } from '#lib/media/demo/demo-picture.ts'
import { canvas, type Drawing, drawing, element, ink, textAt } from './canvas.ts'
import type { Typesetter } from './text.ts'

/** Letters as a type founder shows them: large, on their lines, in their own direction, each over its sound. */
export function drawLetters(picture: DemoLetters, words: PictureWords, set: Typesetter): Drawing {
  const isRtl = /\p{Script=Arabic}/u.test(picture.letters.join(''))
  const size = isRtl ? 440 : 760
  const shapes = picture.letters.map((letter) => set(letter, { size, weight: 400 }))
  const notes = (words.labels.note ?? '').split(/[,،]\s*/)
  const column = Math.min(480, (canvas.width - 320) / shapes.length)
  const left = (canvas.width - column * shapes.length) / 2
  const baseline = isRtl ? 640 : 740
  const lines = [baseline, baseline - size * 0.475].map((y, index) =>
    element('rect', { x: 0, y: y - 1.5, width: canvas.width, height: 3, fill: index ? ink.rule : '#dfb3ae' }),
  )
  const columns = shapes.map((shape, index) => {
    const middle = left + column * ((isRtl ? shapes.length - 1 - index : index) + 0.5)
    const note = set(notes[index] ?? '', { size: 78, weight: 400 })
    return [
      textAt(shape, { x: middle - shape.width / 2, y: baseline, fill: ink.text }),
      textAt(note, { x: middle - note.width / 2, y: 1080, fill: ink.accent }),
    ].join('')
  })
  return drawing(lines.join('') + columns.join(''), { background: ink.paper, focus: { x: 0.5, y: 0.5 } })
}
