import { auth } from './auth/ru.ts'
import { delivery } from './delivery/ru.ts'
import { desk } from './desk/ru.ts'
import { editor } from './editor/ru.ts'
import type { AdminCatalogue } from './en.ts'
import { fronts } from './fronts/ru.ts'
import { imports } from './imports/ru.ts'
import { keys } from './keys/ru.ts'
import { pictures } from './pictures/ru.ts'
import { publishing } from './publishing/ru.ts'
import { saving } from './saving/ru.ts'
import { sections } from './sections/ru.ts'
import { shell } from './shell/ru.ts'

export const ru: AdminCatalogue = {
  shell,
  auth,
  delivery,
  editor,
  desk,
  pictures,
  publishing,
  saving,
  sections,
  fronts,
  keys,
  imports,
}
