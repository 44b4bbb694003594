/** This tab among all tabs of this browser. A reload is a new one: what the old one left is found by its log. */
export type Tab = {
  readonly id: string
  /** Names of the tabs that are alive in this browser. A crashed one is not. */
  readonly findAlive: () => Promise<ReadonlySet<string>>
  /** Whether this was a tab of this browser, and is no more. */
  readonly isDead: (tab: string) => Promise<boolean>
  /** Tells the other tabs with this article what this one does. */
  readonly tell: (message: TabMessage) => void
  readonly close: () => void
}

/** `asking`: a tab opened the article. `writing`: the answer of the one that writes. `taking`: it takes over, the others stop. */
export type TabMessage = { readonly kind: 'asking' | 'writing' | 'taking'; readonly tab: string }

const lockPrefix = 'masthead-tab-'
const memory = 'masthead-tabs'
/** A lock expires within a minute: nobody opens more tabs in that time. */
const mostRemembered = 50

export function openTab(articleId: number, onMessage: (message: TabMessage) => void): Tab {
  const id = crypto.randomUUID()
  const closing = new AbortController()
  // The browser itself lets go of the lock when the tab dies, however it dies.
  void navigator.locks
    ?.request(lockPrefix + id, { signal: closing.signal }, () => new Promise(() => undefined))
    .catch(() => undefined)
  remember(id)
  const findAlive = async () => {
    const { held = [] } = (await navigator.locks?.query()) ?? {}
    const names = held.map(({ name = '' }) => name)
    return new Set(names.filter((name) => name.startsWith(lockPrefix)).map((name) => name.slice(lockPrefix.length)))
  }
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`masthead-article-${articleId}`) : null
  channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => onMessage(event.data))
  return {
    id,
    findAlive,
    isDead: async (tab) => remembered().includes(tab) && !(await findAlive()).has(tab),
    tell: (message) => channel?.postMessage(message),
    close: () => {
      channel?.close()
      closing.abort()
    },
  }
}

function remember(id: string): void {
  try {
    localStorage.setItem(memory, JSON.stringify([id, ...remembered()].slice(0, mostRemembered)))
  } catch {
    // No room or no storage: a crashed tab's lock then expires by itself.
  }
}

function remembered(): readonly string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
    return Array.isArray(known) ? known.filter((tab) => typeof tab === 'string') : []
  } catch {
    return []
  }
}
