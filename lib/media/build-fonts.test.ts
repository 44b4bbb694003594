import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { covers, fontOf, fonts, type PageFont } from '#lib/domain/text/fonts.ts'
import { buildFonts } from './build-fonts.ts'
import { codePointsOf } from './draw/text.ts'
import { fontFile } from './fonts/files.ts'

let folder: string
const lines: string[] = []
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-fonts-'))
  await buildFonts({ log: (line) => lines.push(line), publicDir: folder })
})
after(() => rm(folder, { recursive: true }))

test('a page loads at most 45 KB of font', async () => {
  for (const font of Object.values<PageFont>(fonts)) {
    const bytes = await readFile(join(folder, font.href))
    assert.equal(bytes.toString('latin1', 0, 4), 'wOF2')
    assert.ok(bytes.length <= 45 * 1024, `${font.href} has ${bytes.length} bytes`)
  }
})

test('a font whose bytes changed has a new number in its name', async () => {
  const digests: Record<string, string> = {}
  for (const font of Object.values<PageFont>(fonts)) {
    const bytes = await readFile(join(folder, font.href))
    digests[font.href] = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  }
  // Served as immutable for a year: on a difference, raise the number in lib/domain/text/fonts.ts, then change this table.
  assert.deepEqual(digests, {
    '/fonts/serif-latin-1.woff2': '0e0eb5ffab060e02',
    '/fonts/serif-cyrillic-1.woff2': '316e859907442826',
    '/fonts/serif-arabic-1.woff2': 'bbf69241ae398656',
  })
})

test('a second run keeps what is there', async () => {
  const before = lines.length
  await buildFonts({ log: (line) => lines.push(line), publicDir: folder })
  assert.equal(before, 3)
  assert.equal(lines.length, before)
})

test('the source fonts hold every character that the files promise', async () => {
  for (const font of Object.values<PageFont>(fonts)) {
    const held = await codePointsOf(fontFile(font.script))
    const missing: string[] = []
    for (const [first, last] of font.ranges)
      for (let codePoint = first; codePoint <= last; codePoint++)
        if (!held.has(codePoint)) missing.push(codePoint.toString(16))
    assert.deepEqual(missing, [], font.script)
  }
})

test('every sign and every letter that an edition writes in its own script is in its font', async () => {
  const demo = new URL('../../prisma/demo/', import.meta.url)
  for (const key of ['en', 'ky', 'ru', 'fa']) {
    const folder = new URL(`${key}/`, demo)
    const edition = parse(await readFile(new URL('edition.yaml', folder), 'utf8'))
    const font = fontOf(edition)
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'))
    assert.ok(files.length > 5)
    for (const file of [...files, `../../../lib/i18n/${key}.ts`]) {
      const text = await readFile(new URL(file, folder), 'utf8')
      // Foreign phrases, and letters of another script that an article is about, come from the reader's system.
      const own = text.replaceAll(/<span lang="[^"]*">.*?<\/span>/gs, '')
      const ours = [...new Set(own)].filter((letter) => isOf[font.script].test(letter) && !noFontOfOurs.test(letter))
      const missing = ours.filter((letter) => !covers(font, letter.codePointAt(0) ?? 0))
      assert.deepEqual(missing, [], `${key}/${file}`)
    }
  }
})

const noFontOfOurs = /\p{Extended_Pictographic}|\n/u
const isOf = {
  latin: /\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited}/u,
  cyrillic: /\p{Script=Cyrillic}|\p{Script=Common}|\p{Script=Inherited}/u,
  // Noto Naskh has no fractions and no superscripts.
  arabic: /\p{Script=Arabic}|\p{Script=Inherited}|[\p{Script=Common}--\p{No}]/v,
}
