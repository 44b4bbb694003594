import type { DemoPicture, PictureWords } from '#lib/media/demo/demo-picture.ts'
import type { DrawnPicture } from '#lib/media/demo/demo-pictures.ts'
import type { Original } from '#lib/media/renditions/originals.ts'

/** What goes to a drawing worker, and what comes back. */
export type DrawingJob = { readonly picture: DemoPicture; readonly texts: PictureWords; readonly fileName: string }
export type DrawnFile = { readonly original: Original; readonly focus: DrawnPicture['focus'] }
