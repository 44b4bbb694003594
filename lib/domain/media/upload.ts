/** Small enough that a broken line costs seconds, large enough that a photograph is a dozen requests. */
export const partBytes = 512 * 1024

/** Where a part begins, in bytes from the start of the file. */
export const offsetHeader = 'upload-offset'

/** Why a file does not become a picture; the page says it in words. */
export type UploadRefusal =
  | { readonly kind: 'too-many-bytes'; readonly limit: number }
  | { readonly kind: 'too-many-pixels'; readonly limit: number }
  | { readonly kind: 'too-small'; readonly leastSide: number }
  | {
      readonly kind:
        | 'empty'
        | 'heif'
        | 'not-a-picture'
        | 'damaged'
        | 'too-much-text'
        | 'gone'
        | 'forbidden'
        | 'too-much-at-once'
        | 'unreadable'
        | 'disk-full'
    }

/** What the server answers to a file that is announced, sent part by part, and asked about. */
export type UploadAnswer =
  | { readonly kind: 'receiving'; readonly id: string; readonly received: number }
  | { readonly kind: 'done'; readonly pictureId: number }
  | { readonly kind: 'refused'; readonly reason: UploadRefusal }
  | { readonly kind: 'signed-out' }
