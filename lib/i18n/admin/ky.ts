import { auth } from './auth/ky.ts'
import { board } from './board/ky.ts'
import { bulk } from './bulk/ky.ts'
import { calendar } from './calendar/ky.ts'
import { calendarFeeds } from './calendar-feeds/ky.ts'
import { delivery } from './delivery/ky.ts'
import { desk } from './desk/ky.ts'
import { editor } from './editor/ky.ts'
import type { AdminCatalogue } from './en.ts'
import { finding } from './finding/ky.ts'
import { fronts } from './fronts/ky.ts'
import { imports } from './imports/ky.ts'
import { keys } from './keys/ky.ts'
import { pictures } from './pictures/ky.ts'
import { previews } from './previews/ky.ts'
import { publishing } from './publishing/ky.ts'
import { references } from './references/ky.ts'
import { saving } from './saving/ky.ts'
import { sections } from './sections/ky.ts'
import { shell } from './shell/ky.ts'
import { site } from './site/ky.ts'
import { stages } from './stages/ky.ts'

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
