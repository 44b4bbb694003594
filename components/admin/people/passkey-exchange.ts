/** The four addresses of the auth library that are open (app/(machine)/api/auth). */
const base = '/api/auth/passkey'

/** Signs in with a passkey of this device. False: refused, or the person thought better of it. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await read(`${base}/generate-authenticate-options`)
  if (!options) return false
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' })
  const credential = await navigator.credentials.get({ publicKey })
  return send(`${base}/verify-authentication`, { response: jsonOf(credential) })
}

/** Makes a passkey on this device for who is signed in. */
export async function addPasskey(name: string): Promise<boolean> {
  const options = await read(`${base}/generate-register-options`)
  if (!options) return false
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = await navigator.credentials.create({ publicKey })
  return send(`${base}/verify-registration`, { response: jsonOf(credential), name })
}

export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

function jsonOf(credential: Credential | null): unknown {
  return credential instanceof PublicKeyCredential ? credential.toJSON() : null
}

async function read(address: string) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  return answer.ok ? answer.json() : null
}

async function send(address: string, body: object): Promise<boolean> {
  const headers = { 'Content-Type': 'application/json' }
  return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).ok
}
