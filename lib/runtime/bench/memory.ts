import { readdir, readFile } from 'node:fs/promises'
import { atMost, megabytes, type Row, said } from './report/table.ts'

/** Memory of the largest process below `pid` at this moment; what processes share counts by shares. Linux only. */
export async function benchMemory(pid: number): Promise<readonly Row[]> {
  const what = 'memory of a worker after the load'
  if (process.platform !== 'linux') return [said(what, 'only measured on Linux')]
  const below = await descendants(pid)
  const sizes = await Promise.all(below.map(proportionalBytes))
  return [atMost({ what, value: Math.max(...sizes), most: 300 * 1024 * 1024, show: megabytes })]
}

/** Node processes that descend from `pid`; PostgreSQL's are not meant. */
async function descendants(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    // The name stands in brackets and may hold anything; the parent is the second field after it.
    const parent = /^\d+ \((.*)\) \S (\d+)/s.exec(stat)
    if (parent && !parent[1]?.startsWith('postgres')) parents.set(Number(name), Number(parent[2]))
  }
  const isBelow = (child: number): boolean => {
    const parent = parents.get(child)
    return parent !== undefined && (parent === pid || isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow)
}

async function proportionalBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
