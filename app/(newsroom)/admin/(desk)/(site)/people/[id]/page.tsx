import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { placeLabel, placeOptions, roleOptions } from '#components/admin/people/place-options.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { closeAccount, dropTwoFactor, makeResetLink, openAccount } from '#lib/actions/people/access.ts'
import { giveRole, takeRole } from '#lib/actions/people/roles.ts'
import { requireUser } from '#lib/auth/session.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { findPerson, type Person } from '#lib/store/people/people.ts'
import { listPlaces } from '#lib/store/people/people-grants.ts'
import { formWords } from '../../../../door-words.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireUser('people.manage')
  return { title: (await findPerson((await params).id))?.name }
}

export default async function PersonPage({ params }: Props) {
  const user = await requireUser('people.manage')
  const words = adminWords(user.interfaceLocale)
  const person = await findPerson((await params).id)
  if (!person) notFound()
  return (
    <>
      <PageTitle title={person.name} text={person.email} />
      <div className="stack">
        {person.disabledAt && (
          <Notice>
            <p>{words('auth.people.disabled')}</p>
          </Notice>
        )}
        <Roles person={person} words={words} />
        <section className="ruled">
          <h2>{words('auth.people.resetLink')}</h2>
          <p>{words('auth.people.resetLinkText')}</p>
          <ActionForm
            id="reset"
            action={makeResetLink}
            submit={words('auth.people.resetLink')}
            kind="plain"
            words={formWords(words)}
            hidden={{ personId: person.id }}
            fields={[]}
          />
        </section>
        {person.id !== user.id && <SecondStep person={person} words={words} />}
        {person.id !== user.id && <Access person={person} words={words} />}
      </div>
    </>
  )
}

type PartProps = { readonly person: Person; readonly words: AdminWords }

async function Roles({ person, words }: PartProps) {
  const places = await listPlaces()
  return (
    <section>
      <h2>{words('auth.people.grants', { name: person.name })}</h2>
      {person.grants.length === 0 && <p>{words('auth.people.noRole')}</p>}
      {person.grants.map((grant) => (
        <ActionForm
          key={grant.id}
          id={`grant-${grant.id}`}
          action={takeRole}
          submit={words('auth.people.removeGrant', {
            role: words(`shell.roles.${grant.role}`),
            place: placeLabel(grant, places, words),
          })}
          kind="plain"
          words={formWords(words)}
          hidden={{ personId: person.id, grantId: String(grant.id) }}
          fields={[]}
        />
      ))}
      <ActionForm
        id="grant"
        action={giveRole}
        submit={words('auth.people.addGrant')}
        words={formWords(words)}
        hidden={{ personId: person.id }}
        fields={[
          {
            ...{ kind: 'select', name: 'role', label: words('auth.fields.role'), value: 'reporter' },
            options: roleOptions(words),
          },
          {
            ...{ kind: 'select', name: 'place', label: words('auth.fields.place'), value: 'everywhere' },
            options: placeOptions(places, words),
          },
        ]}
      />
    </section>
  )
}

function SecondStep({ person, words }: PartProps) {
  return (
    <section className="ruled">
      <h2>{words('auth.people.secondStep')}</h2>
      {person.hasTwoFactor ? (
        <>
          <p>{words('auth.people.dropTwoFactorText', { name: person.name })}</p>
          <ActionForm
            id="second-step"
            action={dropTwoFactor}
            submit={words('auth.people.dropTwoFactor')}
            kind="danger"
            words={formWords(words)}
            hidden={{ personId: person.id }}
            fields={[]}
          />
        </>
      ) : (
        <p>{words('auth.twoFactor.off')}</p>
      )}
    </section>
  )
}

function Access({ person, words }: PartProps) {
  const isClosed = person.disabledAt !== null
  return (
    <section className="ruled">
      <h2>{words(isClosed ? 'auth.people.enable' : 'auth.people.disable')}</h2>
      {!isClosed && <p>{words('auth.people.disableText', { name: person.name })}</p>}
      <ActionForm
        key={isClosed ? 'open' : 'close'}
        id="access"
        action={isClosed ? openAccount : closeAccount}
        submit={words(isClosed ? 'auth.people.enable' : 'auth.people.disable')}
        kind={isClosed ? 'plain' : 'danger'}
        words={formWords(words)}
        hidden={{ personId: person.id }}
        fields={[]}
      />
    </section>
  )
}
