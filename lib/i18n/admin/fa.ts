import { auth } from './auth/fa.ts'
import { board } from './board/fa.ts'
import { bulk } from './bulk/fa.ts'
import { calendar } from './calendar/fa.ts'
import { calendarFeeds } from './calendar-feeds/fa.ts'
import { delivery } from './delivery/fa.ts'
import { desk } from './desk/fa.ts'
import { editor } from './editor/fa.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/fa.ts'
import { fronts } from './fronts/fa.ts'
import { imports } from './imports/fa.ts'
import { keys } from './keys/fa.ts'
import { pictures } from './pictures/fa.ts'
import { previews } from './previews/fa.ts'
import { publishing } from './publishing/fa.ts'
import { references } from './references/fa.ts'
import { saving } from './saving/fa.ts'
import { sections } from './sections/fa.ts'
import { shell } from './shell/fa.ts'
import { site } from './site/fa.ts'
import { stages } from './stages/fa.ts'

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
