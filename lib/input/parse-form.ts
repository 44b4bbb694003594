import type { ZodType } from 'zod'
import type { FieldErrors, FormValues } from '#lib/domain/form-state.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'

export type BadForm = { readonly errors: FieldErrors; readonly values: FormValues }

/** Never sent back to the page: a secret that was typed once is typed again. */
const secret = /password|code|token/i

/**
 * Reads a form by its schema. Errors are the schema's own messages by field name (codes, which the action puts into words);
 * `values` is what was typed, without secrets, so that nobody types it twice.
 */
export function parseForm<T>(schema: ZodType<T>, form: FormData): Result<T, BadForm> {
  const result = schema.safeParse(fieldsOf(form))
  if (result.success) return ok(result.data)
  const errors: Record<string, string[]> = {}
  for (const issue of result.error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : 'form'
    errors[field] = [...new Set([...(errors[field] ?? []), issue.message])]
  }
  return refuse({ errors, values: typedIn(form) })
}

/** What was typed and ticked, without secrets: of boxes that share a name, those that are ticked, a line each. */
export function typedIn(form: FormData): FormValues {
  const fields = Object.entries(fieldsOf(form)).filter(([name]) => !secret.test(name))
  return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.join('\n')]))
}

function fieldsOf(form: FormData): Readonly<Record<string, string | readonly string[]>> {
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    // React's own fields start with `$`; files are read by those who expect them.
    if (name.startsWith('$')) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return fields
}
