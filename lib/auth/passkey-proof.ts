/** WebAuthn Level 3, 6.1: byte 32 of the authenticator data holds the flags, bit 2 of them is "user verified". */
const flagsAt = 32
const userVerified = 0b100

/** Whether the device itself checked the person (PIN, finger, face). The library checks afterwards that nobody forged it. */
export function isVerifiedByDevice(body: unknown): boolean {
  const data = at(at(at(body, 'response'), 'response'), 'authenticatorData')
  if (typeof data !== 'string') return false
  const flags = Buffer.from(data, 'base64url')[flagsAt]
  return flags !== undefined && (flags & userVerified) !== 0
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
