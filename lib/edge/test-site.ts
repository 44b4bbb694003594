import { readdirSync } from 'node:fs'
import { afterEach } from 'node:test'
import { nameTags } from '#lib/env/slot.ts'
import type { EdgeOptions } from './contract.ts'
import { page, startEdge } from './test-edge.ts'

let open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const each of open) await each.close()
  open = []
})

/** A page cache that ends with its test. */
export async function start(options: Partial<EdgeOptions> & Pick<EdgeOptions, 'render'>) {
  const started = await startEdge(options)
  open.push(started)
  return started
}

/** A site whose database can be switched off; every page says which version it shows. */
export function site() {
  const state = { isDown: false, version: 1, renders: 0, during: async () => {} }
  const render: EdgeOptions['render'] = async (request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (request.url === '/_/failure') {
      response.end(page('We failed'))
      return
    }
    state.renders += 1
    if (state.isDown) throw new Error('database down')
    nameTags(`page:${request.url}`, 'chrome:1')
    const { version } = state
    await state.during()
    response.end(page(`version ${version}`))
  }
  return { state, render }
}

/** The copies of pages that lie in a folder. */
export const copies = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (item) => item.isFile() && !/\.(log|tmp)$/.test(item.name),
  )
