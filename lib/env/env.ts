import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ok, type Result, refuse } from '#lib/domain/result.ts'

/** Everything the program takes from outside, parsed once. The README's table says the same in words. */
export type Env = {
  readonly port: number
  /** Address to listen on; null is all of them. */
  readonly host: string | null
  /** Null until the embedded database runs: the start-up hands its address to the workers by this same variable. */
  readonly databaseUrl: string | null
  readonly webConcurrency: number
  /** Origin that readers see, without a slash at its end. */
  readonly siteUrl: string
  /** Origin of the newsroom: that of the readers where it has none of its own. */
  readonly adminUrl: string
  /** The one Host at which the newsroom is answered, and nothing for readers; null where both share `siteUrl`. */
  readonly adminHost: string | null
  /** Absolute path of what the program writes: database, uploads, stored pages. */
  readonly varDir: string
  /** Page cache of one worker. */
  readonly cacheMemoryBytes: number
  /** Copies on disk that cover for a failed render, of all workers together. */
  readonly cacheDiskBytes: number
  /** Header that tells a CDN what a page was made from; null where none in front understands it. */
  readonly cdnTagHeader: 'Cache-Tag' | 'Surrogate-Key' | null
  /** Signs sessions and seals second factors. Null until the start-up has made one beside the embedded database. */
  readonly authSecret: string | null
  /** Where letters are handed over, and who they are from. Null: nobody gets any, links are shown to administrators. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** Where IndexNow is spoken to: any search engine that takes part tells the others. */
  readonly indexNowUrl: string
  /** Webhooks and subscribers may be on the operator's own network, also on this machine. */
  readonly mayReachPrivate: boolean
  /** Links for lost passwords are printed on the console: a demo on the embedded database has no post. */
  readonly printsLinks: boolean
}

/** A bad variable: what it holds, without secrets, and what it may hold. */
export type EnvError = { readonly name: string; readonly value: string; readonly allowed: string }

let parsed: Env | undefined

/** The environment of this process. Throws on bad values: `npm start` has refused them before anything asks here. */
export function env(): Env {
  if (parsed) return parsed
  const result = parseEnv(process.env)
  if (!result.ok) throw new Error(envMessage(result.error))
  parsed = result.value
  return parsed
}

/** What seals sessions, second factors and links. An Error where there is none: the start-up has made one before anything asks. */
export function authSecret(): string {
  const secret = env().authSecret
  if (secret === null) throw new Error('AUTH_SECRET is not set')
  return secret
}

export function parseEnv(record: Readonly<Record<string, string | undefined>>): Result<Env, readonly EnvError[]> {
  // An empty variable is an unset one: compose files and CI write `PORT=` for "the default".
  const given = Object.fromEntries(
    names.flatMap((name) => (record[name]?.trim() ? [[name, record[name]?.trim()]] : [])),
  )
  const result = shape.safeParse(given)
  if (!result.success) {
    const bad = new Set(result.error.issues.map((issue) => String(issue.path[0])))
    return refuse(names.filter((name) => bad.has(name)).map((name) => envError(name, given[name] ?? '')))
  }
  const values = result.data
  const siteUrl = values.SITE_URL ?? `http://localhost:${values.PORT}`
  const adminUrl = values.ADMIN_URL ?? siteUrl
  // Cookies know hosts without ports: another port of the same name keeps nothing apart.
  if (values.ADMIN_URL && new URL(adminUrl).hostname === new URL(siteUrl).hostname)
    return refuse([envError('ADMIN_URL', adminUrl)])
  // One alone sends nothing, and whoever set it would wait for letters.
  if (Boolean(values.SMTP_URL) !== Boolean(values.MAIL_FROM))
    return refuse([envError(values.SMTP_URL ? 'MAIL_FROM' : 'SMTP_URL', '')])
  return ok(
    Object.freeze({
      port: values.PORT,
      host: values.HOST ?? null,
      databaseUrl: values.DATABASE_URL ?? null,
      webConcurrency: values.WEB_CONCURRENCY,
      siteUrl,
      adminUrl,
      adminHost: values.ADMIN_URL ? new URL(adminUrl).host : null,
      varDir: resolve(values.VAR_DIR),
      cacheMemoryBytes: values.CACHE_MEMORY_MB * bytesInMegabyte,
      cacheDiskBytes: values.CACHE_DISK_MB * bytesInMegabyte,
      cdnTagHeader: values.CDN_TAG_HEADER ?? null,
      authSecret: values.AUTH_SECRET ?? null,
      mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : null,
      indexNowUrl: values.INDEX_NOW_URL,
      mayReachPrivate: values.PRIVATE_TARGETS === 'allow',
      printsLinks: values.MASTHEAD_EMBEDDED === 'yes',
    }),
  )
}

/** One message that names every bad variable, for whoever starts the program. */
export function envMessage(errors: readonly EnvError[]): string {
  return errors.map(({ name, value, allowed }) => `${name} is "${value}", but must be ${allowed}.`).join('\n')
}

/** What each variable may hold, in words. */
const allowed = {
  PORT: 'a whole number from 1 to 65535 (default 3000)',
  HOST: 'an IP address or host name of this machine to listen on, such as 127.0.0.1 (default: all addresses)',
  DATABASE_URL: 'postgresql://user:password@host:port/database (default: the embedded PostgreSQL under VAR_DIR)',
  WEB_CONCURRENCY: 'a whole number of worker processes from 1 to 64 (default: one for each core, at most 4)',
  SITE_URL: 'the http:// or https:// origin that readers see, without a path (default http://localhost:PORT)',
  ADMIN_URL:
    'the https:// origin of the newsroom, without a path and with another host name than SITE_URL; http:// on localhost alone (default: beside the reader site)',
  VAR_DIR: 'a folder that this program may write to (default ./var)',
  CACHE_DISK_MB: 'a whole number of megabytes from 16 to 1048576 for copies that outlive a restart (default 512)',
  CDN_TAG_HEADER: 'Cache-Tag or Surrogate-Key, whichever the CDN in front understands (default: none is sent)',
  CACHE_MEMORY_MB: 'a whole number of megabytes from 8 to 65536 for the page cache of one worker (default 64)',
  AUTH_SECRET: 'at least 32 random characters, the same on every node (default: made under VAR_DIR with the database)',
  SMTP_URL: 'smtp://user:password@host:port or smtps://…, together with MAIL_FROM (default: no letters are sent)',
  MAIL_FROM: 'an e-mail address, or Name <address>, together with SMTP_URL (default: no letters are sent)',
  INDEX_NOW_URL: 'the http:// or https:// address of an IndexNow endpoint (default https://api.indexnow.org/indexnow)',
  PRIVATE_TARGETS: 'allow, where webhooks may lead to this machine or its own network (default: they may not)',
  MASTHEAD_EMBEDDED: 'unset: the start-up tells its workers by it that the database is the embedded one',
} as const

type Name = keyof typeof allowed
const names = Object.keys(allowed) as readonly Name[]

const bytesInMegabyte = 1024 * 1024

/** Digits only: `Number('')`, `1e3` and `0x10` are slips, not settings. */
function wholeNumber(least: number, most: number, standard: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(standard)
}

const shape = z.object({
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  WEB_CONCURRENCY: wholeNumber(1, 64, Math.min(availableParallelism(), 4)),
  SITE_URL: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional(),
  ADMIN_URL: z
    .string()
    .refine((text) => isOrigin(text) && isSafeForCookies(new URL(text)))
    .transform((text) => new URL(text).origin)
    .optional(),
  VAR_DIR: z.string().default('var'),
  CACHE_DISK_MB: wholeNumber(16, 1_048_576, 512),
  CDN_TAG_HEADER: z.enum(['Cache-Tag', 'Surrogate-Key']).optional(),
  CACHE_MEMORY_MB: wholeNumber(8, 65_536, 64),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n@]*<?[^<>\s@]+@[^<>\s@]+>?$/)
    .optional(),
  INDEX_NOW_URL: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
  PRIVATE_TARGETS: z.enum(['allow']).optional(),
  MASTHEAD_EMBEDDED: z.enum(['yes']).optional(),
})

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username
}

/** What the newsroom's cookies would cross in the clear is nobody's network but this machine's. */
function isSafeForCookies({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

function envError(name: Name, value: string): EnvError {
  const shown = name === 'AUTH_SECRET' ? '…' : withoutPassword(value)
  return { name, value: shown, allowed: allowed[name] }
}

/** Messages end in logs and chats: the password of an address never goes with it. */
export function withoutPassword(address: string): string {
  return address.replace(/(\/\/[^/@:]*):\S*@/, '$1:***@')
}
