/** Why the program can't go on, in words for whoever runs it. Printed without a stack; anything else is a bug. */
export class StartFailure extends Error {
  /** What to do next. */
  readonly next: string

  constructor(message: string, next: string, cause?: unknown) {
    super(message, { cause })
    this.next = next
  }
}

/** Codes of system errors that say: this folder can't be written. */
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])
const full = new Set(['ENOSPC', 'EDQUOT'])

/** A failed write below `folder`, as a failure that says what to do; a bug stays what it is. */
export function writeFailure(error: unknown, folder: string): unknown {
  const code = errorCode(error)
  if (full.has(code)) return diskFull(folder, error)
  if (unwritable.has(code)) {
    return new StartFailure(
      `The folder ${folder} can't be written (${code}).`,
      'Give this user the right to write there, or set VAR_DIR to a folder that can be written.',
      error,
    )
  }
  return error
}

export function diskFull(folder: string, cause?: unknown): StartFailure {
  return new StartFailure(
    `No space is left on the disk that holds ${folder}.`,
    'Free some space, or set VAR_DIR to a folder on another disk. Nothing was lost: start again afterwards.',
    cause,
  )
}

export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
