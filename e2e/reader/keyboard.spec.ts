import { expect, test } from '@playwright/test'
import { addressOf, demoArticle, editions } from '../support/demo/demo.ts'

for (const key of editions)
  test(`the first three stops of Tab are skip links that move the focus: ${key}`, async ({ page }) => {
    await page.goto(addressOf(demoArticle(key)))
    for (const [stop, target] of ['main', 'nav', 'form'].entries()) {
      await page.reload()
      for (let presses = 0; presses <= stop; presses += 1) await page.keyboard.press('Tab')
      const link = page.locator('a:focus')
      await expect(link).toHaveAttribute('href', /^#/)
      await expect(link).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.locator(`${target}:focus, ${target} :focus`)).toHaveCount(1)
    }
  })

test('every link and field of the front page can be reached and seen to have the focus', async ({ page }) => {
  await page.goto('/')
  const stops = await page.locator('a[href], button, input:not([type=hidden]), select, summary').count()
  for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
    await page.keyboard.press('Tab')
    const outline = await page.locator(':focus').evaluate((element) => {
      const style = getComputedStyle(element)
      return { style: style.outlineStyle, width: Number.parseFloat(style.outlineWidth) }
    })
    expect(outline.style).not.toBe('none')
    expect(outline.width).toBeGreaterThanOrEqual(2)
  }
})
