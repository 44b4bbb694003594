import type { Metadata } from 'next'
import { AccountHead } from '#components/admin/people/account-tabs.tsx'
import { AddPasskey } from '#components/admin/people/add-passkey.client.tsx'
import { RenewCodes, SetUpTwoFactor, TurnOffTwoFactor } from '#components/admin/people/two-factor.client.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { changePassword } from '#lib/actions/account/password.ts'
import { forgetPasskey, renamePasskey } from '#lib/actions/account/sessions.ts'
import {
  beginTwoFactor,
  finishTwoFactor,
  renewRecoveryCodes,
  turnOffTwoFactor,
} from '#lib/actions/account/two-factor.ts'
import { countRecoveryCodes } from '#lib/auth/recovery-codes.ts'
import { isFresh, requirePerson } from '#lib/auth/session.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formattingLocale } from '#lib/i18n/format.ts'
import { nameLimit } from '#lib/input/people/people-forms.ts'
import { listPasskeys } from '#lib/store/people/sessions.ts'
import { formWords } from '../../../door-words.ts'
import { passwordFields } from '../../../password-fields.ts'
import { twoFactorWords } from '../two-factor-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requirePerson()).interfaceLocale)('auth.account.security') }
}

export default async function SecurityPage() {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  return (
    <>
      <AccountHead words={words} current="security" />
      <div className="stack">
        <section>
          <h2>{words('auth.account.passwordTitle')}</h2>
          <ActionForm
            id="password"
            action={changePassword}
            submit={words('auth.account.changePassword')}
            words={formWords(words)}
            fields={[
              {
                ...{ kind: 'input', name: 'currentPassword', type: 'password', isRequired: true },
                ...{ label: words('auth.fields.currentPassword'), autoComplete: 'current-password' },
              },
              ...passwordFields(words),
            ]}
          />
        </section>
        <section className="ruled">
          <h2>{words('auth.twoFactor.title')}</h2>
          <p>{words(user.hasTwoFactor ? 'auth.twoFactor.on' : 'auth.twoFactor.off')}</p>
          <TwoFactorForms words={words} codesLeft={user.hasTwoFactor ? await countRecoveryCodes(user.id) : null} />
        </section>
        <Passkeys words={words} userId={user.id} locale={user.interfaceLocale} isFresh={isFresh(user, new Date())} />
      </div>
    </>
  )
}

type TwoFactorProps = {
  readonly words: AdminWords
  /** Null without a second step. */
  readonly codesLeft: number | null
}

function TwoFactorForms({ words, codesLeft }: TwoFactorProps) {
  const said = twoFactorWords(words)
  if (codesLeft === null) return <SetUpTwoFactor begin={beginTwoFactor} finish={finishTwoFactor} words={said} />
  return (
    <>
      <p>{words('auth.twoFactor.codesLeft', { count: codesLeft })}</p>
      <RenewCodes renew={renewRecoveryCodes} submit={words('auth.twoFactor.renewCodes')} words={said} />
      <p>{words('auth.twoFactor.turnOffText')}</p>
      <TurnOffTwoFactor turnOff={turnOffTwoFactor} submit={words('auth.twoFactor.turnOff')} words={said} />
    </>
  )
}

type PasskeysProps = {
  readonly words: AdminWords
  readonly userId: string
  readonly locale: string
  readonly isFresh: boolean
}

async function Passkeys({ words, userId, locale, isFresh }: PasskeysProps) {
  const passkeys = await listPasskeys(userId)
  const date = new Intl.DateTimeFormat(formattingLocale(locale), { dateStyle: 'medium' })
  return (
    <section className="ruled">
      <h2>{words('auth.passkeys.title')}</h2>
      <p>{words('auth.passkeys.text')}</p>
      {passkeys.length === 0 && <p>{words('auth.passkeys.none')}</p>}
      <div className="stack">
        {passkeys.map((passkey) => (
          <PasskeyForms
            key={passkey.id}
            id={passkey.id}
            name={passkey.name ?? words('auth.passkeys.unnamed')}
            added={passkey.createdAt && words('auth.passkeys.added', { when: date.format(passkey.createdAt) })}
            words={words}
          />
        ))}
        {isFresh ? (
          <AddPasskey
            words={{
              name: words('auth.passkeys.name'),
              add: words('auth.passkeys.add'),
              failed: words('auth.passkeys.failed'),
              unsupported: words('auth.passkeys.unsupported'),
            }}
          />
        ) : (
          <p>
            <a className="button" href="/admin/confirm?next=/admin/account/security">
              {words('auth.passkeys.add')}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

type PasskeyProps = {
  readonly id: string
  readonly name: string
  readonly added: string | null
  readonly words: AdminWords
}

function PasskeyForms({ id, name, added, words }: PasskeyProps) {
  return (
    <div className="stack-tight">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {added && <p>{added}</p>}
      <ActionForm
        id={`name-passkey-${id}`}
        action={renamePasskey}
        submit={words('auth.passkeys.rename', { name })}
        kind="plain"
        words={formWords(words)}
        hidden={{ id }}
        fields={[
          {
            ...{ kind: 'input', name: 'name', label: words('auth.passkeys.newName', { name }) },
            ...{ value: name, isRequired: true, maxLength: nameLimit },
          },
        ]}
      />
      <ActionForm
        id={`passkey-${id}`}
        action={forgetPasskey}
        submit={words('auth.passkeys.remove', { name })}
        kind="danger"
        words={formWords(words)}
        hidden={{ id }}
        fields={[]}
      />
    </div>
  )
}
