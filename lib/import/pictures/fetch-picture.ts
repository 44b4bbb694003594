import { isIP } from 'node:net'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { isPublicAddress } from '#lib/outbound/public-address.ts'
import { send } from '#lib/outbound/send.ts'
import type { NoPicture } from './find-picture.ts'

const timeoutMs = 30_000
const mostRedirects = 4

/** A picture from the public web. Every hop is asked anew whether it leads out: a redirect into our own network ends here. */
export async function fetchPicture(url: string, isDry: boolean): Promise<Result<Buffer | null, NoPicture>> {
  let address = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    if (!/^https?:\/\//.test(address)) return refuse({ kind: 'picture-missing', detail: address })
    const host = URL.parse(address)?.hostname.replace(/^\[|\]$/g, '') ?? ''
    if (isDry && isIP(host) && !isPublicAddress(host)) return refuse({ kind: 'picture-private', detail: address })
    if (isDry) return ok(null)
    const answer = await send({ url: address, method: 'GET', timeoutMs, mostBytes, mayBePrivate: false })
    if (!answer.ok) {
      const kind = answer.error.kind === 'private-address' ? 'picture-private' : 'picture-missing'
      return refuse({ kind, detail: `${answer.error.kind} ${address}` })
    }
    const { status, headers, bytes, isCut } = answer.value
    if (status === 200) {
      if (isCut) return refuse({ kind: 'picture-refused', detail: `too-many-bytes ${url}` })
      return ok(bytes)
    }
    const next = status >= 300 && status < 400 ? URL.parse(headers.location ?? '', address) : null
    if (!next) return refuse({ kind: 'picture-missing', detail: `${status} ${url}` })
    address = next.href
  }
  return refuse({ kind: 'picture-missing', detail: `redirects ${url}` })
}
