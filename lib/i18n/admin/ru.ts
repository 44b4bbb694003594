import { auth } from './auth/ru.ts'
import { board } from './board/ru.ts'
import { bulk } from './bulk/ru.ts'
import { calendar } from './calendar/ru.ts'
import { calendarFeeds } from './calendar-feeds/ru.ts'
import { delivery } from './delivery/ru.ts'
import { desk } from './desk/ru.ts'
import { editor } from './editor/ru.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/ru.ts'
import { fronts } from './fronts/ru.ts'
import { imports } from './imports/ru.ts'
import { keys } from './keys/ru.ts'
import { pictures } from './pictures/ru.ts'
import { previews } from './previews/ru.ts'
import { publishing } from './publishing/ru.ts'
import { references } from './references/ru.ts'
import { saving } from './saving/ru.ts'
import { sections } from './sections/ru.ts'
import { shell } from './shell/ru.ts'
import { site } from './site/ru.ts'
import { stages } from './stages/ru.ts'

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
  references,
  stages,
  site,
  fronts,
  previews,
  board,
  calendar,
  calendarFeeds,
  finding,
  bulk,
  keys,
  imports,
}
