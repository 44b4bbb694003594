import { auth } from './auth/fa.ts'
import { editor } from './editor/fa.ts'
import type { AdminCatalogue } from './en.ts'
import { saving } from './saving/fa.ts'
import { shell } from './shell/fa.ts'

export const fa: AdminCatalogue = { shell, auth, editor, saving }
