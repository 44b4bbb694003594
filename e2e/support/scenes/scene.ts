import { expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '#lib/domain/people/roles.ts'
import type { Colleague } from '../people/sign-in.ts'

/** A page of the newsroom in one of its states, the same in every language of the interface: found by its structure, not by words. */
export type Scene = {
  readonly name: string
  /** Its folder under app/(newsroom), without groups. */
  readonly route: string
  /** Nobody: before one is inside. */
  readonly as: Role | null
  /** In the language of its edition, not of whoever looks. */
  readonly isOfEdition?: boolean
  readonly open: (page: Page, me: Colleague) => Promise<void>
}

export function at(path: string): Scene['open'] {
  return async (page) => {
    await page.goto(path)
    await expect(page.locator('h1').first()).toBeVisible()
  }
}

/** The first thing that a list leads to. */
export function firstOf(path: string, link = 'a'): Scene['open'] {
  return async (page, me) => {
    await at(path)(page, me)
    const href = await page.locator(`main ${link}[href^="${path}/"]:not([href$="/new"])`).first().getAttribute('href')
    await at(href ?? '')(page, me)
  }
}

/** Presses until it has been heard: the page may not have its script yet. */
export async function pressUntil(press: Locator, seen: Locator): Promise<void> {
  await expect(async () => {
    if (!(await seen.isVisible())) await press.click({ timeout: 1_000 })
    await expect(seen).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

/** Opens whatever stands behind a name in the page. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('main').evaluate((main) => {
    for (const part of main.querySelectorAll('details')) part.open = true
  })
}
