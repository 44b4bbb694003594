import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** What plain Node can do: constant bytes, the fewest headers. Run as `node bare-server.ts <port> <file>`. */
const [port, file] = process.argv.slice(2)
const body = readFileSync(file ?? '')
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': 'gzip',
  'Content-Length': body.length,
}

createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(port), '127.0.0.1')
