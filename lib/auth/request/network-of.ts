import { isIPv6 } from 'node:net'

/**
 * What one client has: an IPv4 address, or the first 64 bits of IPv6 (RFC 6177 gives every home that many addresses: counted by the
 * whole address, nobody would ever reach a limit).
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.replace(/%.*$/, '').toLowerCase().split('::')
  const groupsOf = (text = '') => text.split(':').filter(Boolean)
  const [first, last] = [groupsOf(head), groupsOf(tail)]
  // An IPv4 address at its end stands for two groups.
  const length = first.length + last.length + Number(plain.includes('.'))
  const groups = [...first, ...Array<string>(tail === undefined ? 0 : 8 - length).fill('0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
