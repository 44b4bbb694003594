'use server'

import { revalidatePath } from 'next/cache'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { importRunId, startImportForm } from '#lib/input/machine/import-forms.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { dropImportFile } from '#lib/media/uploads/import-file.ts'
import { forgetFile } from '#lib/store/imports/import-files.ts'
import { findImportEdition, listBlogSlugs } from '#lib/store/imports/import-ground.ts'
import { startRun, stopRun } from '#lib/store/imports/import-runs.ts'

/** Puts a file into the line: to be looked through, or to be taken in. */
export async function startImport(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(startImportForm, form)
  if (!input.ok) {
    const { errors, values } = input.error
    if (errors.site) return rejected({ site: [words('imports.refusals.address')] }, values)
    return refused('invalid', words('imports.refusals.invalid'))
  }
  const { run, edition, blog, fetch, site, step } = input.value
  // Looking through a file brings nothing to anybody.
  const asking = step === 'import' ? await askAgain(user, 'publishing', form) : null
  if (asking) return asking
  const isThere = (await findImportEdition(edition)) !== null
  const isOfEdition = blog === null || (await listBlogSlugs(edition)).some(({ id }) => id === blog)
  if (!isThere || !isOfEdition) return refused('no-such-place', words('imports.refusals.no-such-place'))
  const options = { editionId: edition, blogId: blog, fetches: fetch === 'yes', siteUrl: site }
  const started = await startRun({ id: run, isDry: step === 'look', options, by: user.name, now: new Date() })
  if (!started) return refused('under-way', words('imports.refusals.under-way'))
  revalidatePath('/admin/import', 'layout')
  return done(words('imports.started'))
}

/** Ends a run between two articles. */
export async function stopImport(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const id = importRunId.safeParse(form.get('run'))
  if (!id.success || !(await stopRun(id.data, user.name, new Date())))
    return refused('not-running', words('imports.refusals.not-running'))
  revalidatePath('/admin/import', 'layout')
  return done(words('imports.stopped'))
}

/** Takes a file off the disk whose run is over; the report stays. */
export async function removeImportFile(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const id = importRunId.safeParse(form.get('run'))
  const key = id.success ? await forgetFile(id.data, user.name, new Date()) : null
  if (key === null) return refused('no-file', words('imports.refusals.no-file'))
  await dropImportFile(key)
  revalidatePath('/admin/import', 'layout')
  return done(words('imports.fileRemoved'))
}
