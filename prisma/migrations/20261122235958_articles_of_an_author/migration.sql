-- The articles of one author, the last changed first: by who it was alone, a list of somebody who wrote little reads those of everybody.
CREATE INDEX "Article_authorId_changedAt_id_idx" ON "Article"("authorId", "changedAt" DESC, "id" DESC);
DROP INDEX "Article_authorId_idx";
