import { auth } from './auth/en.ts'
import { board } from './board/en.ts'
import { bulk } from './bulk/en.ts'
import { calendar } from './calendar/en.ts'
import { calendarFeeds } from './calendar-feeds/en.ts'
import { delivery } from './delivery/en.ts'
import { desk } from './desk/en.ts'
import { editor } from './editor/en.ts'
import { finding } from './finding/en.ts'
import { fronts } from './fronts/en.ts'
import { imports } from './imports/en.ts'
import { keys } from './keys/en.ts'
import { pictures } from './pictures/en.ts'
import { previews } from './previews/en.ts'
import { publishing } from './publishing/en.ts'
import { references } from './references/en.ts'
import { saving } from './saving/en.ts'
import { sections } from './sections/en.ts'
import { shell } from './shell/en.ts'
import { site } from './site/en.ts'
import { stages } from './stages/en.ts'
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
