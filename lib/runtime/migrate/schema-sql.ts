import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool } from 'pg'

/**
 * The SQL that makes an empty database what a Prisma schema says, as `prisma migrate diff` writes it. Prisma's own command
 * needs a native engine that it downloads; the same engine as WASM does not. `url` is any database: it is only connected to.
 */
export async function sqlOfSchema(schemaPath: string, url: string): Promise<string> {
  const file = { path: schemaPath, content: readFileSync(schemaPath, 'utf8') }
  const { SchemaEngine } = await loadEngine()
  // The engine leaves its connections open: they are ours to end.
  const pool = new Pool({ connectionString: url })
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  const engine = await SchemaEngine.new({ datamodels: [[file.path, file.content]] }, () => undefined, adapter)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [file] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    engine.free()
    await pool.end()
  }
}

type Engine = {
  readonly diff: (params: object) => Promise<{ readonly stdout: string | null }>
  readonly free: () => void
}
type EngineModule = {
  readonly SchemaEngine: { readonly new: (options: object, log: () => void, adapter: object) => Promise<Engine> }
}

/** The package imports its .wasm file as bundlers do; Node instantiates it by hand. */
async function loadEngine(): Promise<EngineModule> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = await import(script)
  const bytes = readFileSync(join(script, '..', 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module })
  module.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return module
}
