import { type LookupAddress, promises } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** A name, or one of its addresses, that leads into a network that nothing from outside may lead to. */
export class PrivateAddressError extends Error {}

/** A name server that is slow is asked once more; then the connection fails, long before its own time is over. */
const patience = { timeout: 3_000, tries: 2 } as const

type Resolver = Pick<promises.Resolver, 'resolve4' | 'resolve6'>

/**
 * The public addresses of a name, for a connection. Asked over the network, as names on the internet are, and not of the system
 * (getaddrinfo): that takes one of the four threads which files and compression need too, for as long as somebody's name server likes.
 */
export function lookupPublic(resolver: Resolver = new promises.Resolver(patience)): LookupFunction {
  return (host, options, callback) => {
    publicAddresses(host, resolver).then(
      (addresses) => {
        const [first] = addresses
        if (options.all) callback(null, [...addresses])
        else callback(null, first?.address ?? '', first?.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

async function publicAddresses(host: string, resolver: Resolver): Promise<readonly LookupAddress[]> {
  // RFC 6761, 6.3: this machine, whatever a name server says.
  if (/(^|\.)localhost\.?$/i.test(host)) throw new PrivateAddressError(host)
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
  const addresses = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ]
  const closed = addresses.find(({ address }) => !isPublicAddress(address))
  // One closed address among open ones is enough: which of them is taken is not ours to say.
  if (closed || addresses.length === 0) throw new PrivateAddressError(closed?.address ?? host)
  return addresses
}
