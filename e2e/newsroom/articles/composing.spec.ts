import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { copiesOf, textOf } from '#e2e/support/writing.ts'

/** The page has heard of all that was written. */
const heard = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))))

/** As an input method writes a word: more of it each time, and at last the whole. Over words that it takes up again, by their places. */
async function compose(
  page: Page,
  cdp: CDPSession,
  { words, over }: { readonly words: readonly string[]; readonly over?: readonly [number, number] },
): Promise<void> {
  for (const [index, text] of words.entries()) {
    const place = { selectionStart: text.length, selectionEnd: text.length }
    const taken = index === 0 && over ? { replacementStart: over[0], replacementEnd: over[1] } : {}
    await cdp.send('Input.imeSetComposition', { text, ...place, ...taken })
    await heard(page)
  }
  await cdp.send('Input.insertText', { text: words.at(-1) ?? '' })
  await heard(page)
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await heard(page)
  }
}

const shiftLeft = (count: number) => Array.from({ length: count }, () => 'Shift+ArrowLeft')

test('what input methods compose comes once, with the mode as a suggestion, and goes back in one step', async ({
  page,
}) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const text = textOf(page)
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await text.focus()
  await press(page, 'ControlOrMeta+a')
  const cdp = await page.context().newCDPSession(page)
  await compose(page, cdp, { words: ['i', 'it', 'it'] })
  await compose(page, cdp, { words: [' r', ' ra', ' rains'] })
  await expect(text).toHaveText('it rains')
  await compose(page, cdp, { words: ['rains', 'rained'], over: [3, 8] })
  await expect(text).toHaveText('it rained')
  await press(page, ...shiftLeft(6))
  await compose(page, cdp, { words: ['s', 'sn', 'snows'] })
  await expect(text).toHaveText('it snows')
  // Over words of two kinds, with a letter that stood there.
  await press(page, ...shiftLeft(2), 'ControlOrMeta+b', ...shiftLeft(3))
  await compose(page, cdp, { words: ['s', 'sh', 'shines'] })
  await expect(text).toHaveText('it shines')

  await press(page, 'ControlOrMeta+Alt+Shift+E')
  const [inserted, deleted] = [text.locator('ins'), text.locator('del')]
  await compose(page, cdp, { words: [' n', ' no', ' now'] })
  await expect(inserted).toHaveText(' now')
  await compose(page, cdp, { words: ['rain', 'rains'], over: [3, 9] })
  await expect(deleted).toHaveText('shine')
  await expect(text).toHaveText('it shinerains now')
  await press(page, 'ControlOrMeta+z')
  await expect(text).toHaveText('it shines now')
  await press(page, 'ControlOrMeta+Home', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await page.keyboard.type('"')
  await expect(inserted.first()).toHaveText('“')
  await expect(deleted).toHaveText('it')
  await press(page, 'ControlOrMeta+z', 'ControlOrMeta+z')
  await expect(deleted).toHaveCount(0)
  // The next letter follows the first, whatever was chosen.
  await press(page, 'ControlOrMeta+a')
  await page.keyboard.type('all')
  await expect(inserted).toHaveText('all')
  await press(page, 'ControlOrMeta+z')
  await expect(text).toHaveText('it shines now')
  // What is half written is kept, and as a suggestion.
  await press(page, 'ControlOrMeta+End')
  await cdp.send('Input.imeSetComposition', { text: ' 日', selectionStart: 2, selectionEnd: 2 })
  await expect
    .poll(async () => (await copiesOf(id))[0] ?? '')
    .toMatch(/"text":" now 日","marks":\[\{[^\]]*"kind":"insertion"/)
})
