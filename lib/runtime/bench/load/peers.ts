import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { freePort } from '../../processes/free-port.ts'

export type Peer = { readonly url: string; readonly stop: () => Promise<void> }

/** A Node server that sends these gzipped bytes whatever is asked. */
export async function startBareNode(gzipped: Buffer, folder: string): Promise<Peer> {
  const file = join(folder, 'article.gz')
  writeFileSync(file, gzipped)
  const port = await freePort()
  const script = join(import.meta.dirname, 'bare-server.ts')
  return ready(spawn(process.execPath, [script, String(port), file], { stdio: 'inherit' }), port, '/')
}

/** nginx with one worker that sends the same bytes from disk by gzip_static. */
export async function startNginx(gzipped: Buffer, folder: string): Promise<Peer> {
  const root = join(folder, 'nginx')
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'article.html'), gunzipSync(gzipped))
  writeFileSync(join(root, 'article.html.gz'), gzipped)
  const port = await freePort()
  const config = join(folder, 'nginx.conf')
  writeFileSync(config, nginxConfig(root, folder, port))
  const child = spawn('nginx', ['-c', config, '-p', folder, '-e', 'stderr'], { stdio: 'inherit' })
  return ready(child, port, '/article.html')
}

/** As one would run it for static pages: open files cached, no access log, connections kept. */
function nginxConfig(root: string, folder: string, port: number): string {
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr error;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on;
  open_file_cache max=100 inactive=60s;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`
}

async function ready(child: ChildProcess, port: number, path: string): Promise<Peer> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = Date.now() + 10_000
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${child.spawnfile} did not start`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url: `http://127.0.0.1:${port}${path}`,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
