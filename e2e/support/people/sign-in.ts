import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Role } from '#lib/domain/people/roles.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase, varDir } from '../database.ts'

export type Colleague = { readonly id: string; readonly name: string; readonly email: string }

type Place = { readonly editionId?: number; readonly blogId?: number }

/**
 * Makes a person with this role and signs the page in as them: a session row and its cookie, as the auth library writes them. No
 * test pays for a password but those about passwords.
 */
export async function signIn(
  page: Page,
  role: Role,
  options: Place & { readonly signedInAt?: Date; readonly interfaceLocale?: string } = {},
): Promise<Colleague> {
  openSiteDatabase()
  const { editionId = null, blogId = null, signedInAt = new Date(), interfaceLocale = 'en' } = options
  const id = randomBytes(12).toString('hex')
  const token = randomBytes(24).toString('hex')
  const colleague = { id, name: `Test ${role.replace('_', ' ')} ${id.slice(0, 6)}`, email: `${id}@example.org` }
  await inTransaction(async (open) => {
    await open.user.create({
      data: {
        ...{ ...colleague, emailVerified: true, interfaceLocale },
        grants: { create: { role, editionId, blogId } },
        sessions: {
          create: { ...{ id: `s${id}`, token, signedInAt }, expiresAt: new Date(Date.now() + 24 * 3_600_000) },
        },
      },
    })
  })
  const { origin } = new URL(page.url() === 'about:blank' ? baseUrl() : page.url())
  await page
    .context()
    .addCookies([
      { name: 'masthead.session_token', value: signed(token), url: origin, httpOnly: true, sameSite: 'Lax' },
    ])
  return colleague
}

function baseUrl(): string {
  return `http://localhost:${process.env.E2E_PORT ?? 3999}`
}

/** better-call's signed cookie: the value, a dot, HMAC-SHA256 in base64, all of it percent-encoded. */
function signed(value: string): string {
  const secret = readFileSync(join(varDir, 'auth-secret'), 'utf8').trim()
  return encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`)
}
