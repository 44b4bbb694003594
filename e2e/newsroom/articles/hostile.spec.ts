import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { copiesOf, expectStatus, openText, textOf } from '#e2e/support/writing.ts'

/** Ends every place that words can stand in (text, attribute, title, script, comment, CDATA) and opens one of its own. */
const attack = `"'></title></script>-->]]><script data-evil>evil=1</script><img data-evil src=x onerror="evil=1"><svg data-evil onload=evil=1>`

const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] })
const link = (href: string) => [{ kind: 'paragraph', content: [{ text: 'x', marks: [{ kind: 'link', href }] }] }]

const bodies: readonly (readonly [string, unknown, number])[] = [
  ['a script', [{ kind: 'script', text: 'evil=1' }], 422],
  ['an event handler', [{ kind: 'divider', onclick: 'evil=1' }], 422],
  ['markup', '<img src=x onerror=evil=1>', 422],
  ['a link that is a script', link('javascript:evil=1'), 422],
  ['a link with data', link('data:text/html,<script>evil=1</script>'), 422],
  ['half a character', [paragraph('a\ud800b')], 422],
  ['5 MB of text', [paragraph('x'.repeat(5_000_000))], 422],
  ['9 MB of text', [paragraph('x'.repeat(9_000_000))], 413],
  ['10,000 blocks', Array.from({ length: 10_000 }, () => ({ kind: 'divider' })), 422],
]

test('a body that would harm is refused with a word and its place, and nothing of it is kept', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await openText(page)
  const draft = {
    ...{ headline: 'Bridge', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
    ...{ slug: 'bridge', blogId: 1, topicIds: [], bylines: [] },
  }
  const send = (body: unknown) =>
    page.evaluate(
      async ([id, draft]) => {
        const batch = { tab: crypto.randomUUID(), sequence: 1, baseVersion: 1, draft }
        const response = await fetch(`/admin/articles/${id}/working-copy`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(batch),
        })
        return { status: response.status, answer: await response.json() }
      },
      [id, { ...draft, body }] as const,
    )
  for (const [name, body, status] of bodies) {
    const heard = await send(body)
    expect(heard.status, name).toBe(status)
    expect(heard.answer.kind, name).toBe('rejected')
    expect(heard.answer.problems[0].path, name).toMatch(/^body/)
    expect(heard.answer.problems[0].message.length, name).toBeGreaterThan(5)
  }
  expect(await copiesOf(id)).toEqual([])
  expect((await send([paragraph('Cars cross.')])).status).toBe(200)
})

async function paste(page: Page, type: 'text/html' | 'text/plain', text: string): Promise<void> {
  await textOf(page).evaluate(
    (element, [type, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(type, text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [type, text] as const,
  )
}

/** Nothing of the attack became an element here, or ran. */
async function expectHarmless(page: Page): Promise<void> {
  await expect(
    page.locator('[data-evil], [onerror], [onload], [onclick], [href^="javascript" i], [href^="data:" i]'),
  ).toHaveCount(0)
  expect(await page.evaluate(() => 'evil' in window)).toBe(false)
}

test('hostile markup is pasted as words or not at all, and reaches readers as words', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await openText(page)
  await page.keyboard.press('ControlOrMeta+a')
  const markup = `<p>Kept words <a href="javascript:evil=1">one</a> <a href=" data:text/html,x">two</a>
    <img data-evil src=x onerror="evil=1"></p><script>evil=1</script><style>*{display:none}</style><iframe src="javascript:parent.evil=1"></iframe>
    <svg onload="evil=1"><script>evil=1</script></svg><math><mi xlink:href="javascript:evil=1">x</mi></math><p onclick="evil=1">Also kept</p>`
  await paste(page, 'text/html', markup)
  await expect(textOf(page)).toContainText('Kept words one two')
  await page.keyboard.press('ControlOrMeta+End')
  // What says that it was copied from an editor like this one is read by the schema alone.
  await paste(
    page,
    'text/html',
    `<p data-pm-slice="1 1 []" onclick="evil=1">From a slice <a href="javascript:evil=1">three</a></p>`,
  )
  await expect(textOf(page)).toContainText('From a slice three')
  await page.keyboard.press('Enter')
  await paste(page, 'text/plain', attack)
  await page.getByLabel('Headline').first().fill(`Bridge ${attack}`)
  await page.getByLabel('Standfirst').first().fill(`It was closed. ${attack}`)
  await expectHarmless(page)
  await page.locator('.publishing').getByRole('button', { name: 'Publish now' }).click()
  await expect(page.locator('.publishing').getByText('Readers see it since')).toBeVisible()
  await expectHarmless(page)

  for (const place of [
    path,
    '/latest',
    '/',
    `/search?q=evil`,
    `${path.replace(/\/[^/]+$/, '')}`,
    '/admin',
    `/admin/articles/${id}/history`,
  ]) {
    const response = await page.goto(place)
    await expectHarmless(page)
    const html = (await response?.text()) ?? ''
    expect(html, place).not.toMatch(/<(script|img|svg) data-evil/i)
  }
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script data-evil>evil=1</script>')
  const facts = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(facts.map((text) => JSON.parse(text)).length).toBeGreaterThan(0)
})

test('five megabytes that are pasted are refused in words, and the words before them stay', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await openText(page)
  await page.keyboard.press('ControlOrMeta+End')
  await paste(page, 'text/plain', Array.from({ length: 500 }, () => 'word '.repeat(2000)).join('\n'))
  await expectStatus(page, 'rejected')
  await expect(page.getByText('is longer than 1000000 characters')).toBeVisible()
  await page.locator('.publishing').getByRole('button', { name: 'Hand in for review' }).click()
  await expect(page.locator('.publishing').getByRole('alert').filter({ hasText: 'not saved yet' })).toBeFocused()
  await openText(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expectStatus(page, 'saved')
  await expect(textOf(page)).toContainText('Cars cross')
})
