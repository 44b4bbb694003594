-- Import from other systems: runs and what they lost, what became of foreign things, addresses of earlier sites.

CREATE TYPE "ImportState" AS ENUM ('receiving', 'waiting', 'running', 'done', 'failed', 'stopped');

CREATE TABLE "ImportRun" (
    "id" SERIAL NOT NULL,
    "fileKey" TEXT,
    "fileName" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "received" BIGINT NOT NULL DEFAULT 0,
    "state" "ImportState" NOT NULL,
    "isDry" BOOLEAN NOT NULL,
    "format" TEXT,
    "source" TEXT,
    "options" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "startedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ImportRun_fileKey_key" ON "ImportRun"("fileKey");
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt" DESC);

CREATE TABLE "ImportLoss" (
    "id" BIGSERIAL NOT NULL,
    "runId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "ImportLoss_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ImportLoss_runId_id_idx" ON "ImportLoss"("runId", "id");
CREATE INDEX "ImportLoss_runId_kind_idx" ON "ImportLoss"("runId", "kind");
ALTER TABLE "ImportLoss" ADD CONSTRAINT "ImportLoss_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ImportKey" (
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foreignId" TEXT NOT NULL,
    "targetId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportKey_pkey" PRIMARY KEY ("source", "kind", "foreignId")
);
CREATE INDEX "ImportKey_kind_targetId_idx" ON "ImportKey"("kind", "targetId");

CREATE TABLE "OldAddress" (
    "path" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OldAddress_pkey" PRIMARY KEY ("path")
);
CREATE INDEX "OldAddress_articleId_idx" ON "OldAddress"("articleId");
ALTER TABLE "OldAddress" ADD CONSTRAINT "OldAddress_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand.
ALTER TABLE "ImportRun"
  ADD CONSTRAINT "ImportRun_file_key_shape" CHECK ("fileKey" ~ '^[A-Za-z0-9_-]{16,64}$'),
  ADD CONSTRAINT "ImportRun_size" CHECK ("bytes" >= 0 AND "received" >= 0 AND "received" <= "bytes");
CREATE INDEX "ImportRun_open_idx" ON "ImportRun" ("createdAt") WHERE "state" IN ('waiting', 'running');
-- As lib/site/routes reads what was asked for: no longer than it takes.
ALTER TABLE "OldAddress" ADD CONSTRAINT "OldAddress_path_shape" CHECK ("path" ~ '^[^/]' AND "path" !~ '/$' AND length("path") <= 512);
