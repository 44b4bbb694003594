import type { Metadata } from 'next'
import { placeLabel, placeOptions, roleOptions } from '#components/admin/people/place-options.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { invite, withdrawInvitation } from '#lib/actions/people/invite.ts'
import { requireTwoFactor } from '#lib/actions/people/roles.ts'
import { requireUser } from '#lib/auth/session.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { listResetAsked } from '#lib/store/people/one-time.ts'
import { listPeople } from '#lib/store/people/people.ts'
import { listPlaces, type Places } from '#lib/store/people/people-grants.ts'
import { listInvitations } from '#lib/store/people/people-invitations.ts'
import { findTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'
import { formWords } from '../../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('people.manage')).interfaceLocale)('auth.people.title') }
}

export default async function PeoplePage() {
  const user = await requireUser('people.manage')
  const words = adminWords(user.interfaceLocale)
  const [places, twoFactorRoles] = await Promise.all([listPlaces(), findTwoFactorRoles()])
  return (
    <>
      <PageTitle title={words('auth.people.title')} text={words('auth.people.text')} />
      <div className="stack">
        <PeopleTable user={user} words={words} />
        <section className="ruled">
          <h2>{words('auth.people.invite')}</h2>
          <p>{words('auth.people.inviteText')}</p>
          <ActionForm
            id="invite"
            action={invite}
            submit={words('auth.people.inviteSubmit')}
            words={formWords(words)}
            fields={[
              {
                ...{ kind: 'input', name: 'email', type: 'email', label: words('auth.fields.email') },
                ...{ isRequired: true, autoComplete: 'off' },
              },
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
          <OpenInvitations user={user} places={places} words={words} />
        </section>
        <section className="ruled">
          <h2>{words('auth.people.twoFactorRoles')}</h2>
          <p>{words('auth.people.twoFactorRolesText')}</p>
          <ActionForm
            id="two-factor-roles"
            action={requireTwoFactor}
            submit={words('shell.form.save')}
            kind="plain"
            words={formWords(words)}
            fields={[
              {
                ...{ kind: 'checks', name: 'roles', label: words('auth.people.roles') },
                options: roleOptions(words),
                chosen: twoFactorRoles,
              },
            ]}
          />
        </section>
      </div>
    </>
  )
}

type PartProps = { readonly user: SignedIn; readonly words: AdminWords }

async function PeopleTable({ user, words }: PartProps) {
  const [people, places, asked] = await Promise.all([listPeople(), listPlaces(), listResetAsked(new Date())])
  const moment = formatOf({ locale: user.interfaceLocale, timeZone: 'UTC' }).dateTimeZone
  return (
    <Table
      caption={words('auth.people.title')}
      columns={[
        { key: 'name', title: words('auth.people.name') },
        { key: 'email', title: words('auth.fields.email') },
        { key: 'roles', title: words('auth.people.roles') },
        { key: 'second', title: words('auth.people.secondStep') },
        { key: 'last', title: words('auth.people.lastSignIn') },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          name: (
            <>
              <a href={`/admin/people/${person.id}`}>
                <bdi>{person.name}</bdi>
              </a>
              {person.disabledAt && <span className="hint"> {words('auth.people.disabled')}</span>}
              {asked.has(person.id) && <span className="wrong"> {words('auth.people.asksReset')}</span>}
            </>
          ),
          email: <bdi>{person.email}</bdi>,
          roles:
            person.grants.length === 0 ? (
              words('auth.people.noRole')
            ) : (
              <ul>
                {person.grants.map((grant) => (
                  <li key={grant.id}>
                    {words(`shell.roles.${grant.role}`)}
                    {words('shell.comma')} {placeLabel(grant, places, words)}
                  </li>
                ))}
              </ul>
            ),
          second: words(person.hasTwoFactor ? 'auth.people.yes' : 'auth.people.no'),
          last: person.lastSignInAt ? moment(person.lastSignInAt) : words('auth.people.never'),
        },
      }))}
    />
  )
}

async function OpenInvitations({ user, places, words }: PartProps & { readonly places: Places }) {
  const invitations = await listInvitations(new Date())
  if (invitations.length === 0) return null
  const day = formatOf({ locale: user.interfaceLocale, timeZone: 'UTC' }).shortDate
  return (
    <>
      <h3>{words('auth.people.pending')}</h3>
      <ul>
        {invitations.map(({ id, email, role, expiresAt, ...place }) => (
          <li key={id}>
            <p>
              <bdi>{email}</bdi>: {words(`shell.roles.${role}`)}
              {words('shell.comma')} {placeLabel(place, places, words)}.{' '}
              {words('auth.people.pendingUntil', { when: day(expiresAt) })}
            </p>
            <ActionForm
              id={`invitation-${id}`}
              action={withdrawInvitation}
              submit={words('auth.people.revoke', { email })}
              kind="danger"
              words={formWords(words)}
              hidden={{ id: String(id) }}
              fields={[]}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
