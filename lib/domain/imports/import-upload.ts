/** Two gigabytes: the largest export seen is half of it, and the command line takes any. */
export const mostImportBytes = 2 * 1024 ** 3

/** What the server answers to a file to import that is announced, and sent part by part. */
export type ImportUploadAnswer =
  | { readonly kind: 'receiving'; readonly key: string; readonly received: number }
  | { readonly kind: 'arrived'; readonly runId: number }
  | { readonly kind: 'refused'; readonly reason: 'forbidden' | 'too-large' | 'unreadable' | 'gone' }
  | { readonly kind: 'signed-out' }
