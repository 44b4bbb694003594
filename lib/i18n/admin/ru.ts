import { auth } from './auth/ru.ts'
import { board } from './desk/board/ru.ts'
import { bulk } from './desk/bulk/ru.ts'
import { calendar } from './desk/calendar/ru.ts'
import { calendarFeeds } from './desk/calendar-feeds/ru.ts'
import { desk } from './desk/ru.ts'
import { editor } from './editor/ru.ts'
import { saving } from './editor/saving/ru.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/ru.ts'
import { delivery } from './machines/delivery/ru.ts'
import { imports } from './machines/imports/ru.ts'
import { keys } from './machines/keys/ru.ts'
import { pictures } from './pictures/ru.ts'
import { previews } from './publishing/previews/ru.ts'
import { publishing } from './publishing/ru.ts'
import { fronts } from './sections/fronts/ru.ts'
import { references } from './sections/references/ru.ts'
import { sections } from './sections/ru.ts'
import { stages } from './sections/stages/ru.ts'
import { shell } from './shell/ru.ts'
import { site } from './site/ru.ts'

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
