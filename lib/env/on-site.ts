import { env } from './env.ts'

/** Where a link of the newsroom to a reader page leads: beside it, or to the readers' origin where the newsroom has its own. */
export function onSite(path: string): string {
  const { adminHost, siteUrl } = env()
  return adminHost === null ? path : siteUrl + path
}
