import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../failure.ts'

/** Who PostgreSQL runs as: it refuses to run as root, so root starts it as somebody else. */
export type Account = {
  /** Null: as whoever runs this program. */
  readonly ids: { readonly uid: number; readonly gid: number } | null
  /** Capability that the account needs to reach its folder, when only root may pass the folders above it. */
  readonly capability: string | null
}

/** Chooses the account for a data folder in `folder` and proves that it can run `program` and enter the folder. */
export function chooseAccount(program: string, folder: string): Account {
  if (process.getuid?.() !== 0) return { ids: null, capability: null }
  const ids = ownerOf(join(folder, 'data')) ?? findUser('postgres') ?? createUser() ?? findUser('nobody')
  if (!ids) {
    throw new StartFailure(
      'PostgreSQL refuses to run as root, and no other user exists to run it as.',
      'Create a user named postgres (useradd --system postgres), start as an ordinary user, or set DATABASE_URL.',
    )
  }
  // A clone in /root (mode 0700) is closed to every other user. The capability opens the way for this process alone;
  // containers usually grant only the second one.
  for (const capability of [null, 'dac_read_search', 'dac_override']) {
    const account = { ids, capability }
    if (canReach(account, program, folder)) return account
  }
  throw new StartFailure(
    `PostgreSQL refuses to run as root, and the user it runs as can't enter ${folder}.`,
    'Move this folder to a place open to other users, such as /srv or /opt, or start as an ordinary user.',
  )
}

/** Runs a program as the account. The environment is bare: PostgreSQL needs none of ours, and secrets stay here. */
export function spawnAs(
  account: Account,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const call = callAs(account, program, args)
  return spawn(call.program, call.args, { ...options, ...call.ids, env: bareEnv() })
}

function canReach(account: Account, program: string, folder: string): boolean {
  const works = (command: string, args: readonly string[]) => {
    const call = callAs(account, command, args)
    return spawnSync(call.program, call.args, { ...call.ids, cwd: '/', env: bareEnv(), stdio: 'ignore' }).status === 0
  }
  return works(program, ['--version']) && works('/bin/sh', ['-c', 'cd "$1"', 'sh', folder])
}

function callAs(account: Account, program: string, args: readonly string[]) {
  const { ids, capability } = account
  if (!ids) return { program, args: [...args], ids: {} }
  if (!capability) return { program, args: [...args], ids }
  const keep = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
  const become = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups']
  return { program: 'setpriv', args: [...become, ...keep, '--', program, ...args], ids: {} }
}

function bareEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV }
}

/** Data that an ordinary user made before stays that user's: PostgreSQL refuses a folder of somebody else. */
function ownerOf(data: string): Account['ids'] {
  const stat = statSync(data, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null
}

function findUser(name: string): Account['ids'] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function createUser(): Account['ids'] {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
  spawnSync('useradd', flags, { stdio: 'ignore' })
  return findUser('postgres')
}
