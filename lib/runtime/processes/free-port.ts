import { createServer } from 'node:net'

/** A port of this machine that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === null) throw new Error('the system has no free port on 127.0.0.1')
  return port
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null
}

/** Listens for a moment; the port it got (0 asks for any), or null where that is taken. */
function listenOnce(port: number): Promise<number | null> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', () => settle(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address ? address.port : null))
    })
  })
}
