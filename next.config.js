/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The edge compresses once what it keeps (lib/edge), and no second time here.
  compress: false,
  // Every reader is served as a crawler: metadata stands in <head>, in the bytes, and never comes later by script.
  htmlLimitedBots: /.*/,
  productionBrowserSourceMaps: false,
  // Native parts and drivers stay files that Node loads.
  serverExternalPackages: ['sharp', 'pg', '@prisma/client', '@prisma/adapter-pg', 'nodemailer'],
  // `npm test` runs tsc over the whole repository; a start on a reader's server need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Pages render pictures by lib/media's own addresses; Next's optimiser would be a second, unbounded door.
  images: { unoptimized: true },
  // Named by its sources, so that nodes which build for themselves build the same (lib/runtime/setup/build-pages.ts).
  generateBuildId: () => process.env.MASTHEAD_BUILD ?? null,
  // The page cache stands before Next: a second one inside would only take memory.
  cacheMaxMemorySize: 0,
  // IndexNow wants its key at the root of the site.
  rewrites: async () => [{ source: '/:key([0-9a-f]{32}).txt', destination: '/index-now/:key' }],
  devIndicators: false,
  // Next asks its registry for newer versions, and writes instructions for coding tools into the repository.
  agentRules: false,
  // `forbidden()` answers 403 from pages and actions (lib/auth/session.ts).
  experimental: { agentUpgrade: false, authInterrupts: true },
}
