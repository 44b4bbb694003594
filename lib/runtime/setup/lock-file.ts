/** A package-lock.json as far as it matters here. */
export type LockFile = { readonly packages: Readonly<Record<string, LockedPackage>> }
export type LockedPackage = {
  readonly version?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly dev?: boolean
  readonly optional?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Optional packages that another one names and the lock does not hold: `npm ci` refuses such a lock. */
export function missingOptional(
  lock: LockFile,
): readonly { readonly name: string; readonly version: string; readonly dev: boolean }[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesOf(path, name).some((place) => lock.packages[place]))
      .map(([name, version]) => ({ name, version, dev })),
  )
}

/**
 * The lock with an entry for each of them. npm leaves out what its registry does not hand out, and mirrors of closed
 * networks keep only their own platforms' packages; what a package is for stands in its name.
 */
export function completeLock(lock: LockFile): LockFile {
  const added = missingOptional(lock).map(({ name, version, dev }) => {
    const entry: LockedPackage = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true }
    return [`node_modules/${name}`, entry] as const
  })
  const packages = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(packages) }
}

/** Where Node looks for a package from `path`: in its own folder, then in each one around it. */
function placesOf(path: string, name: string): readonly string[] {
  const around = path === '' ? [] : path.split(/\/?node_modules\//).slice(1)
  return around
    .map((_, index) => `node_modules/${around.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`)
    .concat(`node_modules/${name}`)
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'wasm32']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm']

function platformOf(name: string): LockedPackage {
  const words = name.replace('/', '-').split('-')
  const cpu = processors.find((each) => words.includes(each))
  const os = systems.find((each) => words.includes(each))
  if (os === 'wasm32') return { cpu: ['wasm32'] }
  if (!os || !cpu) throw new Error(`The name ${name} does not say which platform it is for`)
  const libc = words.at(-1)?.startsWith('musl') ? 'musl' : words.at(-1)?.startsWith('gnu') ? 'glibc' : null
  return { cpu: [cpu], ...(libc && os === 'linux' ? { libc: [libc] } : {}), os: [os] }
}
