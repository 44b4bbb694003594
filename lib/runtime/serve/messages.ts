/** What a worker tells the process that started it. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** It can't serve, for a reason that starting it again won't mend. */
  | { readonly kind: 'failed'; readonly message: string; readonly next: string }

/** What it is told. Ctrl-C reaches every process of the terminal, so workers go by this and not by the signal. */
export type WorkerOrder = { readonly kind: 'drain' }

export function isOrder(message: unknown): message is WorkerOrder {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'drain'
}

export function isWorkerMessage(message: unknown): message is WorkerMessage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  return message.kind === 'ready' || message.kind === 'failed'
}
