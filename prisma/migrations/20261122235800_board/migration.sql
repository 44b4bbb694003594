-- A column of the board is one step in one of these: what a desk works on, stage by stage, what is due first before the rest. They
-- hold no article that is out, and so stay small however many are.
CREATE INDEX "Article_board_of_edition_idx" ON "Article"("editionId", "state", "deskStageId", "dueAt", "changedAt" DESC, "id" DESC)
  WHERE "state" IN ('draft', 'in_review', 'approved');
CREATE INDEX "Article_board_of_blog_idx" ON "Article"("blogId", "state", "deskStageId", "dueAt", "changedAt" DESC, "id" DESC)
  WHERE "state" IN ('draft', 'in_review', 'approved');
