export type Encoding = 'br' | 'gzip' | 'identity'

/** The encoding to send for an Accept-Encoding header (RFC 9110, 12.5.3): the client's best, ours among equals. */
export function negotiate(header: string | undefined): Encoding {
  if (!header) return 'identity'
  const known = remembered.get(header)
  if (known) return known
  const found = best(header)
  // Browsers send a handful of spellings; whoever sends thousands gets no memory of ours.
  if (remembered.size < 200 && header.length < 200) remembered.set(header, found)
  return found
}

const remembered = new Map<string, Encoding>()
const ours = ['br', 'gzip', 'identity'] as const

function best(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : quality(weight))
  }
  const any = weights.get('*')
  // Not named, identity is acceptable, but whatever is named comes first.
  const weightOf = (name: Encoding) => weights.get(name) ?? any ?? (name === 'identity' ? 0.0001 : 0)
  const [winner] = ours.toSorted((a, b) => weightOf(b) - weightOf(a))
  // Where everything is refused, plain bytes are still better than none.
  return winner && weightOf(winner) > 0 ? winner : 'identity'
}

function quality(text: string): number {
  const value = Number(text)
  return value >= 0 && value <= 1 ? value : 0
}
