import { auth } from './auth/ru.ts'
import { editor } from './editor/ru.ts'
import type { AdminCatalogue } from './en.ts'
import { saving } from './saving/ru.ts'
import { shell } from './shell/ru.ts'

export const ru: AdminCatalogue = { shell, auth, editor, saving }
