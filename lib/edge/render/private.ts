import { noStore } from '../http/cache-headers.ts'
import type { Entry } from '../store/entry.ts'

/** The address is the secret: it leaves by no cache, no search engine and no Referer of a link that is followed. */
export function keptByNobody(entry: Entry): Entry {
  const headers = entry.headers.flatMap((name, index, all) => {
    const isReplaced = index % 2 === 0 && replaced.has(name)
    return index % 2 === 1 || isReplaced ? [] : [name, all[index + 1] ?? '']
  })
  return { ...entry, headers: [...headers, ...own], isStorable: false, cacheControl: noStore }
}

const own = ['Referrer-Policy', 'no-referrer', 'X-Robots-Tag', 'noindex, nofollow, noarchive'] as const
const replaced: ReadonlySet<string> = new Set(own.filter((_, index) => index % 2 === 0))
