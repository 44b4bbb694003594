import { createServer as createSocketServer, type Server } from 'node:net'
import { errorCode, StartFailure } from '../failure.ts'

export type Place = { readonly port: number; readonly host: string | null }

/** Settles when the server accepts connections; throws `StartFailure` when the place can't be had. */
export function listen(server: Server, { port, host }: Place): Promise<void> {
  return new Promise((settle, fail) => {
    const refuse = (error: Error) => fail(listenFailure(error, { port, host }))
    server.once('error', refuse)
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.removeListener('error', refuse)
      settle()
    })
  })
}

/** Finds out before the long work whether the place is free. */
export async function refuseTakenPort(place: Place): Promise<void> {
  const probe = createSocketServer()
  await listen(probe, place)
  await new Promise((settle) => probe.close(settle))
}

function listenFailure(error: unknown, { port, host }: Place): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartFailure(
        `Port ${port} is already in use.`,
        `Stop the program that uses it, or choose another: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
        error,
      )
    case 'EACCES':
      return new StartFailure(
        `This user may not listen on port ${port}.`,
        'Choose a port above 1023 with PORT, and let a web server or the firewall forward to it.',
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartFailure(
        `HOST is "${host}", which is no address of this machine.`,
        'Correct or unset HOST.',
        error,
      )
    default:
      return error
  }
}
