import { auth } from './auth/fa.ts'
import { board } from './desk/board/fa.ts'
import { bulk } from './desk/bulk/fa.ts'
import { calendar } from './desk/calendar/fa.ts'
import { calendarFeeds } from './desk/calendar-feeds/fa.ts'
import { desk } from './desk/fa.ts'
import { editor } from './editor/fa.ts'
import { saving } from './editor/saving/fa.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/fa.ts'
import { delivery } from './machines/delivery/fa.ts'
import { imports } from './machines/imports/fa.ts'
import { keys } from './machines/keys/fa.ts'
import { pictures } from './pictures/fa.ts'
import { publishing } from './publishing/fa.ts'
import { previews } from './publishing/previews/fa.ts'
import { sections } from './sections/fa.ts'
import { fronts } from './sections/fronts/fa.ts'
import { references } from './sections/references/fa.ts'
import { stages } from './sections/stages/fa.ts'
import { shell } from './shell/fa.ts'
import { site } from './site/fa.ts'

export const fa: AdminCatalogue = {
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
