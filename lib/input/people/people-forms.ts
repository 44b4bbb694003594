import { z } from 'zod'
import { passwordLimits } from '#lib/domain/people/password-limits.ts'
import { roles } from '#lib/domain/people/roles.ts'
import { requiredLine, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language (`shell.errors` of lib/i18n/admin).

export const nameLimit = 80

/** What the first guesses of an attack are, among those long enough. */
const easy = /^(.)\1+$|^(?:0?123456789\d*|password\w*|qwerty\w*|йцукен\S*|пароль\S*|admin\w*|masthead\w*|letmein\w*)$/iu

const text = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'tooLong')
const email = text(254)
  .pipe(z.email('email'))
  .transform((value) => value.toLowerCase())
const name = requiredLine(nameLimit)
const typedPassword = z.string('required').min(1, 'required').max(passwordLimits.most, 'tooLong')
const newPassword = z
  .string('required')
  .min(passwordLimits.least, 'passwordShort')
  .max(passwordLimits.most, 'tooLong')
  .refine((value) => !easy.test(value), 'passwordEasy')
const next = z.string().max(2_000).optional()
const token = z.string('invalid').regex(/^[\w-]{43}$/, 'invalid')

type Twice = { readonly password: string; readonly passwordAgain: string }
const same = ({ password, passwordAgain }: Twice) => password === passwordAgain
const differs = { path: ['passwordAgain'], message: 'passwordSame' }

export const signInForm = z.object({ email, password: typedPassword, next })
export const codeForm = z.object({
  code: text(40).transform((value) => value.replace(/\s/g, '')),
  next,
})
export const confirmHereForm = z.object({ password: typedPassword })
export const confirmForm = confirmHereForm.extend({ next })
export const firstRunForm = z
  .object({ token, name, email, password: newPassword, passwordAgain: z.string() })
  .refine(same, differs)
export const joinForm = z
  .object({ token, name, password: newPassword, passwordAgain: z.string() })
  .refine(same, differs)
export const askResetForm = z.object({ email })
export const resetForm = z.object({ token, password: newPassword, passwordAgain: z.string() }).refine(same, differs)

export const profileForm = z.object({ name, interfaceLocale: z.enum(['en', 'ky', 'ru', 'fa'], 'choice') })
export const changePasswordForm = z
  .object({ currentPassword: typedPassword, password: newPassword, passwordAgain: z.string() })
  .refine(same, differs)
export const passwordForm = z.object({ password: typedPassword })
export const totpForm = z.object({
  code: z
    .string('required')
    .trim()
    .regex(/^\d{6}$/, 'code'),
})

/** `everywhere`, `edition:3` or `blog:7`, as the select of places sends it. */
const place = z
  .string('choice')
  .regex(/^(?:everywhere|(?:edition|blog):[1-9]\d{0,8})$/, 'choice')
  .transform((value) => {
    const [kind, id] = value.split(':')
    return {
      editionId: kind === 'edition' ? Number(id) : null,
      blogId: kind === 'blog' ? Number(id) : null,
    }
  })
const role = z.enum(roles, 'choice')
const personId = z.string('invalid').min(1, 'invalid').max(64, 'invalid')

export const inviteForm = z.object({ email, role, place })
export const grantForm = z.object({ personId, role, place })
export const ungrantForm = z.object({ personId, grantId: rowId })
export const personForm = z.object({ personId })
export const rowForm = z.object({ id: rowId })
export const keyForm = z.object({ id: z.string('invalid').min(1, 'invalid').max(64, 'invalid') })
export const passkeyNameForm = keyForm.extend({ name })
export const twoFactorRolesForm = z.object({
  roles: z
    .union([z.array(role), role.transform((one) => [one])])
    .optional()
    .transform((value) => value ?? []),
})
export const singleKeysForm = z.object({ singleKeys: z.enum(['on', 'off'], 'choice') })
