-- Topics and contributors change their addresses and are merged; editions can be off; the site has settings of its own.

ALTER TABLE "Site"
  ADD COLUMN "wordmark" TEXT,
  ADD COLUMN "timeZone" TEXT NOT NULL DEFAULT 'UTC',
  ADD COLUMN "socials" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "principlesSlug" TEXT,
  ADD COLUMN "correctionsSlug" TEXT,
  ADD COLUMN "ownershipSlug" TEXT;

ALTER TABLE "Edition"
  ADD COLUMN "isOff" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "footerText" TEXT NOT NULL DEFAULT '';
-- Addresses without a prefix must lead somewhere.
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_default_is_on" CHECK (NOT ("isDefault" AND "isOff"));

ALTER TABLE "Contributor"
  ADD COLUMN "isPseudonym" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "links" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "userId" TEXT;
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Contributor_userId_idx" ON "Contributor"("userId");

ALTER TABLE "FormerAddress" ADD COLUMN "topicId" INTEGER, ADD COLUMN "contributorId" INTEGER;
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_topicId_fkey"
  FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_contributorId_fkey"
  FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "FormerAddress_topicId_idx" ON "FormerAddress"("topicId");
CREATE INDEX "FormerAddress_contributorId_idx" ON "FormerAddress"("contributorId");
ALTER TABLE "FormerAddress" DROP CONSTRAINT "FormerAddress_leads_to_one";
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_leads_to_one"
  CHECK (num_nonnulls("articleId", "blogId", "topicId", "contributorId") = 1);

CREATE TABLE "MergedTopic" (
    "formerId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    CONSTRAINT "MergedTopic_pkey" PRIMARY KEY ("formerId"),
    CONSTRAINT "MergedTopic_into_another" CHECK ("formerId" <> "topicId")
);
ALTER TABLE "MergedTopic" ADD CONSTRAINT "MergedTopic_topicId_fkey"
  FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "MergedTopic_topicId_idx" ON "MergedTopic"("topicId");

CREATE TABLE "MergedContributor" (
    "formerId" INTEGER NOT NULL,
    "contributorId" INTEGER NOT NULL,
    CONSTRAINT "MergedContributor_pkey" PRIMARY KEY ("formerId"),
    CONSTRAINT "MergedContributor_into_another" CHECK ("formerId" <> "contributorId")
);
ALTER TABLE "MergedContributor" ADD CONSTRAINT "MergedContributor_contributorId_fkey"
  FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "MergedContributor_contributorId_idx" ON "MergedContributor"("contributorId");
