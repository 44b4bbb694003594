import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typographic } from './typography.ts'

/** What a line becomes when it is typed character by character. */
function type(text: string, locale: string): string {
  let line = ''
  for (const character of text) {
    const replaced = typographic(line + character, locale)
    line = replaced ? line.slice(0, line.length - replaced.remove) + replaced.insert : line + character
  }
  return line
}

const cases = [
  ['en', `"It's late," she said, 'no'`, '“It’s late,” she said, ‘no’'],
  ['en', `("He said "go" twice")`, '(“He said ‘go’ twice”)'],
  ['en', `one--two ... wait...`, 'one—two … wait…'],
  ['en', `"[We] left" [sic]`, '“[We] left” [sic]'],
  ['en', `"Don't"`, '“Don’t”'],
  ['ru', `"Газета "Труд" вышла" - сказал он`, '«Газета „Труд“ вышла» — сказал он'],
  ['ky', `"Ала-Тоо" - аянт`, '«Ала-Тоо» — аянт'],
  ['ru', `что-то - нет`, 'что-то — нет'],
  ['fa', `"راه "آهن" باز شد"`, '«راه ‹آهن› باز شد»'],
  ['en', `a - b`, 'a - b'],
  ['en', `well-known`, 'well-known'],
] as const

for (const [locale, typed, printed] of cases)
  test(`${locale}: ${typed}`, () => {
    assert.equal(type(typed, locale), printed)
  })
