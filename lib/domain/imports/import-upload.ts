/** Two gigabytes: the largest export seen is half of it, and the command line takes any. */
export const mostImportBytes = 2 * 1024 ** 3

/** All files together, those on their way included: a disk is not filled by what nobody takes away. */
export const mostImportBytesTogether = 3 * mostImportBytes

/** A file that lies on the server until its run is two weeks old, or somebody removes it. */
export type ImportFile = { readonly runId: number; readonly fileName: string; readonly bytes: number }

/** The same for whoever is told of it, in their language. */
export type TakenRoom = Omit<ImportFile, 'bytes'> & { readonly size: string }

/** What the server answers to a file to import that is announced, and sent part by part. */
export type ImportUploadAnswer =
  | { readonly kind: 'receiving'; readonly key: string; readonly received: number }
  | { readonly kind: 'arrived'; readonly runId: number }
  | { readonly kind: 'refused'; readonly reason: 'forbidden' | 'too-large' | 'unreadable' | 'gone' }
  /** `files` are what is there: one of them has to go first. */
  | { readonly kind: 'no-room'; readonly files: readonly TakenRoom[] }
  | { readonly kind: 'signed-out' }

/** As people are told it: no file takes nothing. */
export function megabytesOf(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024 ** 2))
}
