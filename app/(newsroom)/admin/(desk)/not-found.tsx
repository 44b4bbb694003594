import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { currentUser } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'

export default async function NotFound() {
  const words = adminWords((await currentUser())?.interfaceLocale ?? 'en')
  return <EmptyState title={words('shell.missing.title')} text={words('shell.missing.text')} />
}
