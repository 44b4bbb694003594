import type { ReactNode } from 'react'
import { directionOf } from '#lib/i18n/direction.ts'

/** A phrase in another language, isolated from the direction of the text around it. */
export function Foreign({ lang, children }: { readonly lang: string; readonly children: ReactNode }) {
  return (
    <bdi lang={lang} dir={directionOf(lang)}>
      {children}
    </bdi>
  )
}
