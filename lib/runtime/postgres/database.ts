import { Client } from 'pg'
import { superuser } from './data-folder.ts'
import type { Settings } from './settings-file.ts'

/** The newsroom's role and database. The role owns its database and nothing else: it can't read files of the machine. */
export async function ensureDatabase(settings: Settings): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port: settings.port,
    user: superuser,
    password: settings.password,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  try {
    const { rows: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'masthead'")
    const verb = roles.length > 0 ? 'ALTER' : 'CREATE'
    // CREATEDB lets tests copy a template.
    await client.query(`${verb} ROLE masthead LOGIN CREATEDB PASSWORD ${client.escapeLiteral(settings.ownerPassword)}`)
    const { rows: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'masthead'")
    if (databases.length === 0) await client.query('CREATE DATABASE masthead OWNER masthead')
  } finally {
    await client.end()
  }
}
