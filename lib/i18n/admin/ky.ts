import { auth } from './auth/ky.ts'
import { editor } from './editor/ky.ts'
import type { AdminCatalogue } from './en.ts'
import { saving } from './saving/ky.ts'
import { shell } from './shell/ky.ts'

export const ky: AdminCatalogue = { shell, auth, editor, saving }
