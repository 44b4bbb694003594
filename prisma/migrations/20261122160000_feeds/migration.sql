-- Files of the sitemap: which ranges of ids have listed articles, and when a text in each last changed (lib/store/feeds/sitemap.ts).
CREATE INDEX "Article_sitemap_idx" ON "Article"(("id" / 2000), coalesce("textChangedAt", "listedAt") DESC) WHERE "listedAt" IS NOT NULL;

-- What left the public lately: feeds tell of it.
CREATE INDEX "Article_withdrawnAt_id_idx" ON "Article"("withdrawnAt" DESC, "id" DESC) WHERE "withdrawnAt" IS NOT NULL;

-- Keys of partners to the JSON API.
CREATE TABLE "ApiKey" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "editionId" INTEGER,
    "blogId" INTEGER,
    "topicId" INTEGER,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ApiKey_one_place" CHECK (num_nonnulls("editionId", "blogId", "topicId") <= 1)
);

CREATE UNIQUE INDEX "ApiKey_tokenHash_key" ON "ApiKey"("tokenHash");

ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "Blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
