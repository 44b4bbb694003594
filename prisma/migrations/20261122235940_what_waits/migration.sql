-- Whether a newer text waits behind the published one is asked of every list: without this it is told from the newest revision of
-- each published article, a million of them one by one.
ALTER TABLE "Article" ADD COLUMN "isPending" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Article" a SET "isPending" = true WHERE a."state" = 'published'
  AND EXISTS (SELECT 1 FROM "Revision" p JOIN "Revision" r ON r."articleId" = p."articleId" AND r."number" > p."number"
    WHERE p."id" = a."publishedRevisionId");

CREATE INDEX "Article_pending_idx" ON "Article"("changedAt" DESC, "id" DESC) WHERE "isPending";

-- The calendar looks for embargoes of some weeks.
CREATE INDEX "Article_embargoUntil_idx" ON "Article"("embargoUntil") WHERE "embargoUntil" IS NOT NULL;
