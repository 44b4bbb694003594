import { createHash } from 'node:crypto'

/** Begins a statement that is worth preparing. The others are planned for their values each time: search gains from that. */
export const hotMark = '/* hot */'

const names = new Map<string, string>()

/** The name under which a connection keeps a prepared statement; empty for one that it does not keep. */
export function statementName(sql: string): string {
  if (!sql.startsWith(hotMark)) return ''
  const known = names.get(sql)
  if (known) return known
  const name = `hot_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`
  names.set(sql, name)
  return name
}
