import type { UploadRefusal } from '#lib/domain/media/upload.ts'
import type { PicturesWords } from '#lib/i18n/admin/pictures/words.ts'

/** Why a file was refused, for who sent it. */
export function refusalWords(reason: UploadRefusal, words: PicturesWords): string {
  switch (reason.kind) {
    case 'too-many-bytes':
      return words('refusal.tooManyBytes', { megabytes: Math.round(reason.limit / 1_048_576) })
    case 'too-many-pixels':
      return words('refusal.tooManyPixels', { megapixels: Math.round(reason.limit / 1_000_000) })
    case 'too-small':
      return words('refusal.tooSmall', { pixels: reason.leastSide })
    case 'empty':
      return words('refusal.empty')
    case 'heif':
      return words('refusal.heif')
    case 'not-a-picture':
      return words('refusal.notAPicture')
    case 'too-much-text':
      return words('refusal.tooMuchText')
    case 'damaged':
      return words('refusal.damaged')
    case 'gone':
      return words('refusal.gone')
    case 'forbidden':
      return words('refusal.forbidden')
    case 'too-much-at-once':
      return words('refusal.tooMuchAtOnce')
    case 'unreadable':
      return words('refusal.unreadable')
    case 'disk-full':
      return words('refusal.diskFull')
  }
}
