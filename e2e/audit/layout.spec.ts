import { expect, test } from '@playwright/test'
import { templates } from '../support/demo/templates.ts'

for (const template of templates.filter((one) => one.status === 200)) {
  test(`nothing is wider than a 320 px screen: ${template.name}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(template.path)
    const widths = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }))
    expect(widths.content).toBeLessThanOrEqual(widths.screen)
  })

  test(`no layout shift: ${template.name}`, async ({ page }) => {
    await page.goto(template.path)
    // Also not when the font arrives after the first paint.
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
    expect(shift).toBeLessThan(0.01)
  })
}

test('navigation targets are at least 44 px in both directions on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const template of templates.filter((one) => one.name.endsWith('front') || one.name.endsWith(' article'))) {
    await page.goto(template.path)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('nav a, header a, button, input:not([type=hidden]), select')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ text: element.textContent?.trim(), box: element.getBoundingClientRect() }))
        // Skip links are outside of the screen until they have the focus.
        .filter(({ box }) => box.width > 1 && box.bottom > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ text, box }) => `${text}: ${Math.round(box.width)}×${Math.round(box.height)}`),
    )
    expect(small, template.name).toEqual([])
  }
})

for (const width of [320, 360])
  test(`the languages of the four editions stand in one row beside the search, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 })
    for (const template of templates.filter((one) => one.name.endsWith('front'))) {
      await page.goto(template.path)
      const middles = await page
        .locator('.langs a, .find')
        .evaluateAll((links) =>
          links.map((link) => link.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
        )
      expect(middles.length, template.name).toBe(5)
      expect(Math.max(...middles) - Math.min(...middles), template.name).toBeLessThan(2)
    }
  })
