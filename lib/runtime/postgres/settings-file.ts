import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, isPortFree } from '../processes/free-port.ts'

/** What the embedded database must remember between two starts. */
export type Settings = { readonly port: number; readonly password: string; readonly ownerPassword: string }

/** Null when there is none, or only a torn one: the passwords can be set anew, the port chosen again. */
export async function readSettings(folder: string): Promise<Settings | null> {
  try {
    const { port, password, ownerPassword } = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))
    return typeof port === 'number' && password && ownerPassword ? { port, password, ownerPassword } : null
  } catch {
    return null
  }
}

export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  const file = join(folder, 'settings.json')
  await writeFile(`${file}.new`, `${JSON.stringify(settings)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

export async function newSettings(): Promise<Settings> {
  return { port: await freePort(), password: newPassword(), ownerPassword: newPassword() }
}

/** The remembered port, or another when somebody has taken it since. */
export async function withFreePort(settings: Settings): Promise<Settings> {
  return (await isPortFree(settings.port)) ? settings : { ...settings, port: await freePort() }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}
