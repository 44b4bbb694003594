/** What a file can be recognised as. */
export type ImportFormat = 'wxr' | 'ghost' | 'rss' | 'atom' | 'ninjs'

/** Names of formats are the same in every language. */
export const formatNames: Readonly<Record<ImportFormat, string>> = {
  wxr: 'WordPress WXR',
  ghost: 'Ghost JSON',
  rss: 'RSS',
  atom: 'Atom',
  ninjs: 'ninjs',
}

export type ImportState = 'receiving' | 'waiting' | 'running' | 'done' | 'failed' | 'stopped'

/** What of a foreign article did not come along, or came along changed. The report says each in words. */
export const lossKinds = [
  'no-equivalent',
  'shortcode',
  'field',
  'formatting',
  'struck-text',
  'script',
  'form',
  'player',
  'picture-missing',
  'picture-refused',
  'picture-private',
  'picture-not-fetched',
  'picture-without-alt',
  'held-back',
  'empty',
  'comments',
  'skipped',
  'file-unused',
  'address',
  'page-pictures',
  'page-taken',
  'body-refused',
  'encoding',
] as const

export type LossKind = (typeof lossKinds)[number]

/** `item` is the article as its own system calls it; `detail` is a fact, not a sentence: a name, an address, a number. */
export type Loss = { readonly item: string; readonly kind: LossKind; readonly detail: string }

/** Numbers of a run so far. */
export type ImportCounts = {
  /** Articles and pages that the file holds. */
  readonly total: number
  readonly created: number
  readonly published: number
  /** There since an earlier run. */
  readonly known: number
  readonly skipped: number
  readonly pictures: number
  readonly comments: number
  readonly losses: number
}

export const noCounts: ImportCounts = {
  ...{ total: 0, created: 0, published: 0, known: 0, skipped: 0, pictures: 0, comments: 0, losses: 0 },
}

export type ImportOptions = {
  readonly editionId: number
  /** Where articles go that name no blog of ours; null makes a blog of the source's name. */
  readonly blogId: number | null
  /** Whether pictures may be fetched from the addresses that the file names. */
  readonly fetches: boolean
  /** Where the other site is, for a file that does not say it. Runs of before it was asked have none. */
  readonly siteUrl?: string | null
}

/** Why a file is not taken in at all. */
export const fileProblems = [
  'unknown-format',
  'compressed',
  'broken-xml',
  'broken-json',
  'doctype',
  'unknown-encoding',
  'wrong-encoding',
  'endless-text',
  'too-many-parts',
  'gone',
  'internal',
] as const

export type FileProblem = (typeof fileProblems)[number]
