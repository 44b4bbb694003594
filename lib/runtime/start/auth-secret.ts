import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '#lib/env/env.ts'
import { errorCode, StartFailure } from '../failure.ts'
import type { Database } from './database-steps.ts'

/**
 * What signs sessions and seals second factors: AUTH_SECRET, or a file of this user's alone beside the embedded database, which
 * nobody else serves. With a database of its own there may be other nodes, and they must agree.
 */
export async function authSecretOf(env: Env, database: Database): Promise<string> {
  if (env.authSecret !== null) return env.authSecret
  if (!database.embedded)
    throw new StartFailure(
      'AUTH_SECRET is not set. With DATABASE_URL every node must sign sessions with the same secret.',
      'Set AUTH_SECRET to at least 32 random characters, the same on every node, for instance of: openssl rand -base64 32',
    )
  const file = join(env.varDir, 'auth-secret')
  return (await readSecret(file)) ?? createSecret(file)
}

async function readSecret(file: string): Promise<string | null> {
  try {
    const secret = (await readFile(file, 'utf8')).trim()
    // A torn file from a full disk signs nothing.
    return secret.length >= 32 ? secret : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function createSecret(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
  return secret
}
