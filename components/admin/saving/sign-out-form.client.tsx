'use client'

import { wipeDrafts } from './draft-log.ts'

/** Signs out, and leaves no draft on this device. Without script the drafts stay sealed with a key that is gone with the session. */
export function SignOutForm({ action, label }: { readonly action: () => Promise<void>; readonly label: string }) {
  return (
    <form data-sign-out action={action} onSubmit={() => void wipeDrafts().catch(() => undefined)}>
      <button type="submit">{label}</button>
    </form>
  )
}
