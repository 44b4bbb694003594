import { auth } from './auth/ky.ts'
import { board } from './desk/board/ky.ts'
import { bulk } from './desk/bulk/ky.ts'
import { calendar } from './desk/calendar/ky.ts'
import { calendarFeeds } from './desk/calendar-feeds/ky.ts'
import { desk } from './desk/ky.ts'
import { editor } from './editor/ky.ts'
import { saving } from './editor/saving/ky.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/ky.ts'
import { delivery } from './machines/delivery/ky.ts'
import { imports } from './machines/imports/ky.ts'
import { keys } from './machines/keys/ky.ts'
import { pictures } from './pictures/ky.ts'
import { publishing } from './publishing/ky.ts'
import { previews } from './publishing/previews/ky.ts'
import { fronts } from './sections/fronts/ky.ts'
import { sections } from './sections/ky.ts'
import { references } from './sections/references/ky.ts'
import { stages } from './sections/stages/ky.ts'
import { shell } from './shell/ky.ts'
import { site } from './site/ky.ts'

export const ky: AdminCatalogue = {
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
