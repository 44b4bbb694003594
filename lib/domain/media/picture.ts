import type { DigitalSource } from './digital-source.ts'

/** Crops a rendition can have; `whole` is the uncropped picture. */
export type Crop = 'whole' | '16x9' | '4x3' | '1x1'

/** A picture with its words in one locale. Pixels are of the original. */
export type Picture = {
  readonly id: number
  /** Unguessable part of its public addresses. */
  readonly token: string
  readonly width: number
  readonly height: number
  /** 0…1 from left and top: the point that no crop may lose. */
  readonly focus: { readonly x: number; readonly y: number }
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** How it came to be; null where nobody said. */
  readonly digitalSource: DigitalSource | null
}
