ALTER TABLE "OldAddress" ALTER COLUMN "articleId" DROP NOT NULL;
ALTER TABLE "OldAddress" ADD COLUMN "pageId" INTEGER;
CREATE INDEX "OldAddress_pageId_idx" ON "OldAddress"("pageId");
ALTER TABLE "OldAddress" ADD CONSTRAINT "OldAddress_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand.
ALTER TABLE "OldAddress" ADD CONSTRAINT "OldAddress_leads_to_one" CHECK (num_nonnulls("articleId", "pageId") = 1);
