import { auth } from './auth/en.ts'
import { board } from './desk/board/en.ts'
import { bulk } from './desk/bulk/en.ts'
import { calendar } from './desk/calendar/en.ts'
import { calendarFeeds } from './desk/calendar-feeds/en.ts'
import { desk } from './desk/en.ts'
import { editor } from './editor/en.ts'
import { saving } from './editor/saving/en.ts'
import { finding } from './finding/en.ts'
import { delivery } from './machines/delivery/en.ts'
import { imports } from './machines/imports/en.ts'
import { keys } from './machines/keys/en.ts'
import { pictures } from './pictures/en.ts'
import { publishing } from './publishing/en.ts'
import { previews } from './publishing/previews/en.ts'
import { sections } from './sections/en.ts'
import { fronts } from './sections/fronts/en.ts'
import { references } from './sections/references/en.ts'
import { stages } from './sections/stages/en.ts'
import { shell } from './shell/en.ts'
import { site } from './site/en.ts'
import type { Translated } from './translated.ts'

/** The newsroom's interface in English, in ICU message syntax, one area a file. The other languages are checked against it. */
export const en = {
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
} as const

export type AdminCatalogue = Translated<typeof en>
