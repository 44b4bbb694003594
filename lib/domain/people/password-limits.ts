/**
 * Characters of a password. NIST SP 800-63B-4 asks for 15 where it is all that opens an account and for 8 beside a second factor, which
 * administrators can demand of any role; longer than anyone types is refused before it is hashed.
 */
export const passwordLimits = { least: 12, most: 200 } as const
