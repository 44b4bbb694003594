import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '#lib/env/env.ts'

let transport: Transporter | undefined

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

export function sendsMail(): boolean {
  return env().mail !== null
}

/** Hands a letter over. False when there is no post, or it did not take the letter: the caller shows the link instead. */
export async function sendMail(letter: Letter): Promise<boolean> {
  const { mail } = env()
  if (!mail) return false
  transport ??= createTransport(mail.smtpUrl, { from: mail.from })
  try {
    await transport.sendMail(letter)
    return true
  } catch (error) {
    console.error(`A letter was not sent: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}
