-- First segments that previews, feeds and the hub took since (lib/domain/address.ts).
ALTER TABLE "Blog"
  DROP CONSTRAINT "Blog_slug_reserved",
  ADD CONSTRAINT "Blog_slug_reserved" CHECK (
    "slug" NOT IN ('admin', 'api', 'archive', 'authors', 'corrections', 'failure', 'feeds', 'fonts', 'health', 'latest', 'live', 'media',
      'missing', 'oembed', 'preview', 'search', 'site', 'sitemaps', 'static', 'topic', 'websub')
  );
ALTER TABLE "Page"
  DROP CONSTRAINT "Page_slug_reserved",
  ADD CONSTRAINT "Page_slug_reserved" CHECK (
    "slug" NOT IN ('admin', 'api', 'archive', 'authors', 'corrections', 'failure', 'feeds', 'fonts', 'health', 'latest', 'live', 'media',
      'missing', 'oembed', 'preview', 'search', 'site', 'sitemaps', 'static', 'topic', 'websub')
  );
