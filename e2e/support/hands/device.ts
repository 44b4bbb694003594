import type { CDPSession } from '@playwright/test'

/** Gives the browser a device that holds passkeys and has checked its person (WebAuthn's virtual authenticator). */
export async function addDevice(devtools: CDPSession): Promise<void> {
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}
