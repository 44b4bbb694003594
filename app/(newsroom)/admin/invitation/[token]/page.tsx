import type { Metadata } from 'next'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { join } from '#lib/actions/sign-in/invitation.ts'
import { hashToken } from '#lib/auth/links/token.ts'
import { findInvitation } from '#lib/store/people/people-invitations.ts'
import { doorWords } from '../../door-words.ts'
import { nameField, passwordFields } from '../../password-fields.ts'

type Props = { readonly params: Promise<{ readonly token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { words, siteName } = await doorWords()
  return { title: words('auth.invitation.title', { site: siteName }), referrer: 'no-referrer' }
}

export default async function InvitationPage({ params }: Props) {
  const { words, form, siteName } = await doorWords()
  const { token } = await params
  const invitation = await findInvitation(hashToken(token), new Date())
  if (!invitation)
    return (
      <Door
        siteName={siteName}
        title={words('auth.invitation.invalidTitle')}
        text={words('auth.invitation.invalidText')}
      >
        <p>
          <a className="button" href="/admin/sign-in">
            {words('auth.signIn.title')}
          </a>
        </p>
      </Door>
    )
  const role = words(`shell.roles.${invitation.role}`)
  return (
    <Door
      siteName={siteName}
      title={words('auth.invitation.title', { site: siteName })}
      text={words('auth.invitation.text', { inviter: invitation.inviterName, role, email: invitation.email })}
    >
      <ActionForm
        action={join}
        submit={words('auth.invitation.submit')}
        words={form}
        hidden={{ token }}
        fields={[nameField(words), ...passwordFields(words)]}
      />
    </Door>
  )
}
