-- Who began an article: roles that may change only their own are asked by it.
ALTER TABLE "Article" ADD COLUMN "authorId" TEXT;

CREATE INDEX "Article_authorId_idx" ON "Article"("authorId");

ALTER TABLE "Article" ADD CONSTRAINT "Article_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
