import { expect, type Page } from '@playwright/test'
import type { DemoBlock } from '../demo/demo-file.ts'
import { textOf } from '../writing.ts'

/** Words of the captions by which pictures of the demo are found. */
const pictures: Readonly<Record<string, string>> = { 'kyrgyzstan-profile-chart': 'Who is in the profile' }

/** For words of the text: what they lead to, an address or the beginning of an article's headline. */
type Links = Readonly<Record<string, string>>

/** Writes a text of the demo with the keys that a person has: straight quotes, Markdown, the dialogs of the editor. */
export async function typeBody(page: Page, body: readonly DemoBlock[], links: Links): Promise<void> {
  for (const block of body) {
    if (block.p) await typeLine(page, block.p, links)
    else if (block.crosshead) await typeLine(page, `## ${block.crosshead}`)
    else if (block.quote) await typeQuotation(page, block.quote)
    else if (block.factbox) await typeFactBox(page, block.factbox)
    else if (block.figure) await choosePicture(page, pictures[block.figure.picture] ?? '')
  }
  // The last Enter began a line that nothing is written in.
  await page.keyboard.press('Backspace')
}

async function typeLine(page: Page, text: string, links: Links = {}): Promise<void> {
  await typeInline(page, text, links)
  await page.keyboard.press('Enter')
}

async function typeInline(page: Page, text: string, links: Links = {}): Promise<void> {
  const linked = Object.keys(links).find((words) => text.includes(words))
  const special = linked ? new RegExp(`(${linked})`) : /(<span lang="[^"]+">[^<]+<\/span>)/
  for (const part of text.split(special)) {
    const phrase = /^<span lang="([^"]+)">([^<]+)<\/span>$/.exec(part)
    if (phrase) await typeMarked(page, phrase[2] ?? '', 'Control+Shift+L', phrase[1] ?? '')
    else if (part === linked) await typeMarked(page, part, 'ControlOrMeta+k', links[part] ?? '')
    else await typePlain(page, part)
  }
}

/** Key by key wherever a key does more than its letter: straight quotes, marks, the beginning of a block. The rest comes a sentence at a time. */
async function typePlain(page: Page, text: string): Promise<void> {
  for (const sentence of text.split(/(?<=[.:?!] )|(?<=^(?:##|>|-) )/)) {
    if (/[“”’*[\]]|^(?:##|>|-) $/.test(sentence))
      await page.keyboard.type(sentence.replace(/[“”]/g, '"').replace(/’/g, "'"))
    else await page.keyboard.insertText(sentence)
  }
}

/** Types words, selects them, and answers the dialog that the keys open. */
async function typeMarked(page: Page, words: string, keys: string, answer: string): Promise<void> {
  await page.keyboard.type(words)
  for (const _ of words) await page.keyboard.press('Shift+ArrowLeft')
  // No hand is so fast that the page has not heard of what it selected.
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard))))
  await page.keyboard.press(keys)
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('input')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(answer)
  if (keys.includes('Shift') || answer.startsWith('https:')) await page.keyboard.press('Enter')
  else await dialog.getByRole('button', { name: answer }).click()
  await expect(dialog).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('ArrowRight')
}

async function typeQuotation(page: Page, quote: NonNullable<DemoBlock['quote']>): Promise<void> {
  await typeLine(page, `> ${quote.text}`)
  await page.keyboard.press('Enter')
  await typeLine(page, quote.attribution)
}

async function typeFactBox(page: Page, box: NonNullable<DemoBlock['factbox']>): Promise<void> {
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.press('ArrowUp')
  await typeLine(page, box.title)
  const items = box.body.flatMap(({ ul = [] }) => ul)
  for (const [at, item] of items.entries()) await typeLine(page, at === 0 ? `- ${item}` : item)
  await page.keyboard.press('ControlOrMeta+Enter')
}

async function choosePicture(page: Page, search: string): Promise<void> {
  await page.keyboard.type('/')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('picture')
  await page.keyboard.press('Enter')
  await dialog.getByRole('searchbox').fill(search)
  await dialog.getByRole('button', { name: search }).click()
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
}
