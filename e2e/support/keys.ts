import { expect, type Locator, type Page } from '@playwright/test'

/** Steps to an element with the Tab key, as whoever has no mouse does. Fails when it can't be reached, or its focus not be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < 150; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return await expectSeen(target)
    await page.keyboard.press(key)
  }
  throw new Error(`150 presses of ${key} do not lead to ${target}`)
}

async function expectSeen(target: Locator): Promise<void> {
  await expect(target).toBeInViewport()
  const hasRing = await target.evaluate((element) => {
    const rings = [element, element.closest('label') ?? element].map((one) => getComputedStyle(one))
    return rings.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
  })
  expect(hasRing, `${target} shows that it has the focus`).toBe(true)
}

export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes to a field and puts these words in the place of those that it has. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}

/** Keys of a hand that is faster than the screen: each goes to what has the focus then, and nothing is drawn in between. */
export async function pressAtOnce(page: Page, keys: readonly { readonly key: string; readonly altKey?: boolean }[]) {
  await page.evaluate(async (pressed) => {
    for (const key of pressed) {
      const down = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(down)
      await Promise.resolve()
    }
  }, keys)
}
