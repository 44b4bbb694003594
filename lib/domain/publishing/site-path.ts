import { isEditionKey } from '../site/address.ts'

/** A place on this site: the edition's prefix (null: the default one), and the path behind it without slashes at its ends. */
export type SitePath = { readonly editionKey: string | null; readonly path: string }

/** Where a link leads on this site; null when it leads elsewhere. */
export function sitePath(href: string, origin: string): SitePath | null {
  const base = URL.canParse(origin) ? new URL(origin) : null
  if (!base || !URL.canParse(href, base)) return null
  const url = new URL(href, base)
  if (url.origin !== base.origin) return null
  const segments = url.pathname.split('/').filter(Boolean)
  const [first] = segments
  return first !== undefined && isEditionKey(first)
    ? { editionKey: first, path: segments.slice(1).join('/') }
    : { editionKey: null, path: segments.join('/') }
}
