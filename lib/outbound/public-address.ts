import { BlockList, isIP } from 'node:net'

/**
 * Networks that no address from outside may lead to: this machine, the operator's own network, cloud metadata (169.254.169.254), and
 * what the registries of special-purpose addresses keep from the public internet (IANA, RFC 6890 and its updates).
 */
const closed = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of IPv6 only the global unicast part is open, less what in it leads back into IPv4 or to documentation. */
const closedSix = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const blocked = new BlockList()
for (const [net, bits] of closed) blocked.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of closedSix) blocked.addSubnet(net, bits, 'ipv6')
const globalSix = new BlockList()
globalSix.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one of the public internet. Anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !blocked.check(address, 'ipv4')
  // IPv4 addresses written as IPv6 (::ffff:…) are outside 2000::/3, and so closed: nobody needs them on the way out.
  return kind === 6 && globalSix.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
