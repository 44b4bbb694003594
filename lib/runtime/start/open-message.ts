import { networkInterfaces } from 'node:os'
import type { Env } from '#lib/env/env.ts'

/** The last words of a start: where the site can be read. */
export function openMessage(env: Env): string {
  const local = `http://${hostInUrl(env.host ?? 'localhost')}:${env.port}`
  const lines = [
    '',
    `Masthead is open after ${secondsSinceStart()} s:`,
    `  ${local}/`,
    ...(env.host === null
      ? networkAddresses().map((address) => `  http://${hostInUrl(address)}:${env.port}/  (this network)`)
      : []),
    ...(env.siteUrl === `http://localhost:${env.port}`
      ? []
      : [`  ${env.siteUrl}/  (SITE_URL, the address in every link)`]),
    ...(env.adminHost === null ? [] : [`  ${env.adminUrl}/admin  (ADMIN_URL, the newsroom, and there alone)`]),
    `  ${local}/health`,
    'Ctrl-C stops it.',
  ]
  return lines.join('\n')
}

/** bootstrap.mjs notes when the command began: installing is part of it. */
function secondsSinceStart(): string {
  const startedAt = Number(process.env.MASTHEAD_STARTED_AT ?? performance.timeOrigin)
  return ((Date.now() - startedAt) / 1000).toFixed(1)
}

function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
    .slice(0, 2)
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
