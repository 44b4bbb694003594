-- Stages of a desk, which refine the states before publication, and when a desk wants an article finished.
CREATE TABLE "DeskStage" (
  "id" SERIAL NOT NULL,
  "editionId" INTEGER NOT NULL,
  "blogId" INTEGER,
  "name" TEXT NOT NULL,
  "state" "ArticleState" NOT NULL,
  "position" INTEGER NOT NULL,
  "entryRole" "Role",
  "follows" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
  "releases" BOOLEAN NOT NULL,

  CONSTRAINT "DeskStage_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DeskStage_before_publication" CHECK ("state" IN ('draft', 'in_review', 'approved'))
);
CREATE INDEX "DeskStage_editionId_blogId_position_idx" ON "DeskStage"("editionId", "blogId", "position");
-- One name means one stage to whoever reads a list.
CREATE UNIQUE INDEX "DeskStage_name_of_desk" ON "DeskStage"("editionId", "blogId", lower("name")) NULLS NOT DISTINCT;
ALTER TABLE "DeskStage"
  ADD CONSTRAINT "DeskStage_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "DeskStage_blogId_editionId_fkey" FOREIGN KEY ("blogId", "editionId") REFERENCES "Blog"("id", "editionId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Article" ADD COLUMN "deskStageId" INTEGER, ADD COLUMN "dueAt" TIMESTAMPTZ(3);
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_deskStageId_fkey" FOREIGN KEY ("deskStageId") REFERENCES "DeskStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Article_desk_stage_before_publication" CHECK ("deskStageId" IS NULL OR "state" IN ('draft', 'in_review', 'approved'));
CREATE INDEX "Article_deskStageId_changedAt_id_idx" ON "Article"("deskStageId", "changedAt" DESC, "id" DESC) WHERE "deskStageId" IS NOT NULL;
CREATE INDEX "Article_dueAt_id_idx" ON "Article"("dueAt", "id") WHERE "dueAt" IS NOT NULL;
