-- The first migration: made from schema.prisma by the schema engine, then completed by hand (from "by hand" on). Its trigger
-- functions hold semicolons: @prisma/adapter-pg's executeScript splits a script at each of them, so whoever applies this
-- through the wasm engine sends the file whole instead, as one query, which is also one transaction.

-- Trigrams find the nearest known word for a misspelt one. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('ltr', 'rtl');

-- CreateEnum
CREATE TYPE "ArticleState" AS ENUM ('draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn', 'killed');

-- CreateEnum
CREATE TYPE "ContributorKind" AS ENUM ('person', 'organisation');

-- CreateEnum
CREATE TYPE "CorrectionPlace" AS ENUM ('top', 'bottom');

-- CreateTable
CREATE TABLE "Site" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "email" TEXT,
    "defaultEditionId" INTEGER,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "direction" "Direction" NOT NULL,
    "timeZone" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blog" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "editorId" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Blog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "blogId" INTEGER NOT NULL,
    "familyId" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "ArticleState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedRevisionId" INTEGER,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "textChangedAt" TIMESTAMPTZ(3),
    "listedAt" TIMESTAMPTZ(3),
    "embargoUntil" TIMESTAMPTZ(3),
    "scheduledFor" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawalNotice" TEXT,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "description" TEXT,
    "readingMinutes" INTEGER NOT NULL DEFAULT 1,
    "pictureId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "description" TEXT,
    "body" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "reason" TEXT,
    "hash" TEXT NOT NULL,
    "previousHash" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoryFamily" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "originId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoryFamily_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contributor" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "ContributorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bio" TEXT NOT NULL,
    "pictureId" INTEGER,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Byline" (
    "articleId" INTEGER NOT NULL,
    "contributorId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT,
    "listedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("articleId","contributorId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "listedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId","topicId")
);

-- CreateTable
CREATE TABLE "Picture" (
    "id" SERIAL NOT NULL,
    "token" TEXT NOT NULL,
    "key" TEXT,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "focusX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focusY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "credit" TEXT NOT NULL,
    "copyright" TEXT,
    "rights" TEXT,
    "rightsUntil" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PictureText" (
    "pictureId" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "credit" TEXT,

    CONSTRAINT "PictureText_pkey" PRIMARY KEY ("pictureId","locale")
);

-- CreateTable
CREATE TABLE "Front" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL DEFAULT 'front',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Front_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slot" (
    "id" SERIAL NOT NULL,
    "frontId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "headline" TEXT,
    "standfirst" TEXT,
    "pictureId" INTEGER,

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BreakingAlert" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "articleId" INTEGER,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BreakingAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "editionId" INTEGER NOT NULL,
    "place" "CorrectionPlace" NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "listedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormerAddress" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "articleId" INTEGER,
    "blogId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Page" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "previousHash" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "tags" TEXT[],
    "hard" BOOLEAN NOT NULL DEFAULT false,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "articleId" INTEGER NOT NULL,
    "editionId" INTEGER NOT NULL,
    "blogId" INTEGER NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "editionId" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "latin" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("editionId","word")
);

-- CreateIndex
CREATE UNIQUE INDEX "Edition_key_key" ON "Edition"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Blog_editionId_slug_key" ON "Blog"("editionId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Blog_id_editionId_key" ON "Blog"("id", "editionId");

-- CreateIndex
CREATE INDEX "Article_editionId_listedAt_id_idx" ON "Article"("editionId", "listedAt" DESC, "id" DESC) WHERE "listedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Article_blogId_listedAt_id_idx" ON "Article"("blogId", "listedAt" DESC, "id" DESC) WHERE "listedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Article_state_scheduledFor_idx" ON "Article"("state", "scheduledFor");

-- CreateIndex
CREATE INDEX "Article_editionId_state_changedAt_idx" ON "Article"("editionId", "state", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "Article_pictureId_idx" ON "Article"("pictureId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_editionId_blogId_slug_key" ON "Article"("editionId", "blogId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_familyId_editionId_key" ON "Article"("familyId", "editionId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_publishedRevisionId_id_key" ON "Article"("publishedRevisionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_id_editionId_key" ON "Article"("id", "editionId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_id_articleId_key" ON "Revision"("id", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "StoryFamily_key_key" ON "StoryFamily"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Contributor_editionId_slug_key" ON "Contributor"("editionId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Contributor_editionId_key_key" ON "Contributor"("editionId", "key");

-- CreateIndex
CREATE INDEX "Byline_contributorId_listedAt_articleId_idx" ON "Byline"("contributorId", "listedAt" DESC, "articleId" DESC) WHERE "listedAt" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Byline_articleId_position_key" ON "Byline"("articleId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_editionId_slug_key" ON "Topic"("editionId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_editionId_key_key" ON "Topic"("editionId", "key");

-- CreateIndex
CREATE INDEX "ArticleTopic_topicId_listedAt_articleId_idx" ON "ArticleTopic"("topicId", "listedAt" DESC, "articleId" DESC) WHERE "listedAt" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Picture_token_key" ON "Picture"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Picture_key_key" ON "Picture"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Front_editionId_key_key" ON "Front"("editionId", "key");

-- CreateIndex
CREATE INDEX "Slot_articleId_idx" ON "Slot"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Slot_frontId_position_key" ON "Slot"("frontId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Slot_frontId_articleId_key" ON "Slot"("frontId", "articleId");

-- CreateIndex
CREATE INDEX "BreakingAlert_editionId_expiresAt_idx" ON "BreakingAlert"("editionId", "expiresAt");

-- CreateIndex
CREATE INDEX "Correction_articleId_at_idx" ON "Correction"("articleId", "at");

-- CreateIndex
CREATE INDEX "Correction_editionId_at_id_idx" ON "Correction"("editionId", "at" DESC, "id" DESC) WHERE "listedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "FormerAddress_articleId_idx" ON "FormerAddress"("articleId");

-- CreateIndex
CREATE INDEX "FormerAddress_blogId_idx" ON "FormerAddress"("blogId");

-- CreateIndex
CREATE UNIQUE INDEX "FormerAddress_editionId_path_key" ON "FormerAddress"("editionId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Page_editionId_slug_key" ON "Page"("editionId", "slug");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_id_idx" ON "AuditEvent"("subject", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "Outbox_at_idx" ON "Outbox"("at");

-- CreateIndex
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector");

-- CreateIndex
CREATE UNIQUE INDEX "SearchDocument_articleId_editionId_key" ON "SearchDocument"("articleId", "editionId");

-- CreateIndex
CREATE INDEX "SearchWord_latin_idx" ON "SearchWord" USING GIN ("latin" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "Blog" ADD CONSTRAINT "Blog_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blog" ADD CONSTRAINT "Blog_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_blogId_editionId_fkey" FOREIGN KEY ("blogId", "editionId") REFERENCES "Blog"("id", "editionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "StoryFamily"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_publishedRevisionId_id_fkey" FOREIGN KEY ("publishedRevisionId", "id") REFERENCES "Revision"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureText" ADD CONSTRAINT "PictureText_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Front" ADD CONSTRAINT "Front_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_frontId_fkey" FOREIGN KEY ("frontId") REFERENCES "Front"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakingAlert" ADD CONSTRAINT "BreakingAlert_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakingAlert" ADD CONSTRAINT "BreakingAlert_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_editionId_fkey" FOREIGN KEY ("articleId", "editionId") REFERENCES "Article"("id", "editionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "Blog"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Page" ADD CONSTRAINT "Page_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_articleId_editionId_fkey" FOREIGN KEY ("articleId", "editionId") REFERENCES "Article"("id", "editionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchWord" ADD CONSTRAINT "SearchWord_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language can't say. lib/store/constraints.test.ts proves each of them.

-- Text search. Words arrive normalised by lib/search/words (case, accents, letter variants), for articles and questions
-- alike, so a configuration adds only what its language has in PostgreSQL: stems and stop words.
CREATE TEXT SEARCH CONFIGURATION masthead_en (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION masthead_ru (COPY = pg_catalog.russian);
CREATE TEXT SEARCH CONFIGURATION masthead_simple (COPY = pg_catalog.simple);

-- The shapes of addresses (lib/domain/address.ts)
ALTER TABLE "Edition"
  ADD CONSTRAINT "Edition_key_shape" CHECK ("key" ~ '^([a-z]{2,3}(-[a-z]{2})?|[a-z]{2}-([0-9]{3}|[a-z]{4}))$');
ALTER TABLE "Blog"
  ADD CONSTRAINT "Blog_slug_shape" CHECK (
    "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") BETWEEN 4 AND 96
    AND "slug" !~ '^([a-z]{2,3}(-[a-z]{2})?|[a-z]{2}-([0-9]{3}|[a-z]{4}))$'
  ),
  ADD CONSTRAINT "Blog_slug_reserved" CHECK (
    "slug" NOT IN ('admin', 'api', 'archive', 'authors', 'corrections', 'failure', 'feeds', 'fonts', 'health', 'latest',
      'live', 'media', 'missing', 'search', 'sitemaps', 'static', 'topic')
  );
ALTER TABLE "Page"
  ADD CONSTRAINT "Page_slug_shape" CHECK (
    "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") BETWEEN 4 AND 96
    AND "slug" !~ '^([a-z]{2,3}(-[a-z]{2})?|[a-z]{2}-([0-9]{3}|[a-z]{4}))$'
  ),
  ADD CONSTRAINT "Page_slug_reserved" CHECK (
    "slug" NOT IN ('admin', 'api', 'archive', 'authors', 'corrections', 'failure', 'feeds', 'fonts', 'health', 'latest',
      'live', 'media', 'missing', 'search', 'sitemaps', 'static', 'topic')
  );
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_slug_shape" CHECK (
    "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 96 AND "slug" NOT IN ('archive', 'feed', 'about')
  );
ALTER TABLE "Topic"
  ADD CONSTRAINT "Topic_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 96);
ALTER TABLE "Contributor"
  ADD CONSTRAINT "Contributor_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 96);
ALTER TABLE "FormerAddress"
  ADD CONSTRAINT "FormerAddress_path_shape" CHECK ("path" ~ '^[a-z0-9-]+(/[a-z0-9-]+)?$'),
  ADD CONSTRAINT "FormerAddress_leads_to_one" CHECK (num_nonnulls("articleId", "blogId") = 1);

-- One organisation, one default edition
ALTER TABLE "Site" ADD CONSTRAINT "Site_is_one" CHECK ("id" = 1);
CREATE UNIQUE INDEX "Edition_one_default" ON "Edition" ("isDefault") WHERE "isDefault";

-- State and dates agree
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_public_when_published" CHECK (
    ("state" = 'published') = ("publishedRevisionId" IS NOT NULL)
    AND ("state" = 'published') = ("listedAt" IS NOT NULL)
    AND ("state" <> 'published' OR "firstPublishedAt" IS NOT NULL)
  ),
  ADD CONSTRAINT "Article_listed_since_first_published" CHECK ("listedAt" IS NULL OR "listedAt" = "firstPublishedAt"),
  ADD CONSTRAINT "Article_withdrawn_at" CHECK (("state" IN ('withdrawn', 'killed')) = ("withdrawnAt" IS NOT NULL)),
  ADD CONSTRAINT "Article_withdrawn_was_public" CHECK ("withdrawnAt" IS NULL OR "withdrawnAt" >= "firstPublishedAt"),
  ADD CONSTRAINT "Article_scheduled_for" CHECK ("state" <> 'scheduled' OR "scheduledFor" IS NOT NULL),
  ADD CONSTRAINT "Article_embargo_over" CHECK (
    "state" <> 'published' OR "embargoUntil" IS NULL OR "embargoUntil" <= "firstPublishedAt"
  ),
  ADD CONSTRAINT "Article_text_changed_later" CHECK ("textChangedAt" IS NULL OR "textChangedAt" >= "firstPublishedAt"),
  ADD CONSTRAINT "Article_has_headline" CHECK (btrim("headline") <> ''),
  ADD CONSTRAINT "Article_version_from_one" CHECK ("version" >= 1);
ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_number_from_one" CHECK ("number" >= 1),
  ADD CONSTRAINT "Revision_chain" CHECK (("number" = 1) = ("previousHash" IS NULL)),
  ADD CONSTRAINT "Revision_hash_shape" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Revision_body_is_list" CHECK (jsonb_typeof("body") = 'array');
ALTER TABLE "BreakingAlert"
  ADD CONSTRAINT "BreakingAlert_ends_after_start" CHECK ("expiresAt" > "startsAt"),
  ADD CONSTRAINT "BreakingAlert_has_text" CHECK (btrim("text") <> '');
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_has_text" CHECK (btrim("text") <> '');

-- Pictures
ALTER TABLE "Picture"
  ADD CONSTRAINT "Picture_focus_inside" CHECK ("focusX" BETWEEN 0 AND 1 AND "focusY" BETWEEN 0 AND 1),
  ADD CONSTRAINT "Picture_size" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0),
  ADD CONSTRAINT "Picture_token_shape" CHECK ("token" ~ '^[A-Za-z0-9_-]{8,64}$');
ALTER TABLE "PictureText"
  ADD CONSTRAINT "PictureText_alt_says_something" CHECK (btrim("alt") <> ''),
  ADD CONSTRAINT "PictureText_alt_is_not_caption" CHECK ("alt" <> "caption");

-- Rows of an article stand in one edition with it, and know whether it is listed: a topic's or a contributor's list is
-- then one index scan.
CREATE FUNCTION masthead_article_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole RECORD;
  part_edition INTEGER;
BEGIN
  SELECT "editionId", "listedAt" INTO whole FROM "Article" WHERE "id" = NEW."articleId";
  IF TG_TABLE_NAME = 'ArticleTopic' THEN
    SELECT "editionId" INTO part_edition FROM "Topic" WHERE "id" = NEW."topicId";
  ELSIF TG_TABLE_NAME = 'Byline' THEN
    SELECT "editionId" INTO part_edition FROM "Contributor" WHERE "id" = NEW."contributorId";
  ELSE
    part_edition := NEW."editionId";
  END IF;
  IF part_edition <> whole."editionId" THEN
    RAISE EXCEPTION '% of another edition than article %', TG_TABLE_NAME, NEW."articleId" USING ERRCODE = 'check_violation';
  END IF;
  NEW."listedAt" := whole."listedAt";
  RETURN NEW;
END $$;
CREATE TRIGGER "ArticleTopic_listed" BEFORE INSERT OR UPDATE ON "ArticleTopic"
  FOR EACH ROW EXECUTE FUNCTION masthead_article_part();
CREATE TRIGGER "Byline_listed" BEFORE INSERT OR UPDATE ON "Byline"
  FOR EACH ROW EXECUTE FUNCTION masthead_article_part();
CREATE TRIGGER "Correction_listed" BEFORE INSERT OR UPDATE ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION masthead_article_part();

CREATE FUNCTION masthead_article_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The triggers above read the new date from the article.
  UPDATE "ArticleTopic" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
  UPDATE "Byline" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
  UPDATE "Correction" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_listed" AFTER UPDATE OF "listedAt" ON "Article"
  FOR EACH ROW WHEN (OLD."listedAt" IS DISTINCT FROM NEW."listedAt") EXECUTE FUNCTION masthead_article_listed();

-- History is only ever added to.
CREATE FUNCTION masthead_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OR DELETE ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION masthead_refuse_change();
CREATE TRIGGER "Revision_not_emptied" BEFORE TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION masthead_refuse_change();
CREATE TRIGGER "AuditEvent_immutable" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION masthead_refuse_change();
CREATE TRIGGER "AuditEvent_not_emptied" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION masthead_refuse_change();

-- Every process hears of a change if and only if it committed. A payload has less than 8000 bytes
-- (postgresql.org/docs/current/sql-notify.html): a longer one is cut to its id, and the listener reads the row.
CREATE FUNCTION masthead_notify() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payload TEXT := json_build_object('id', NEW."id", 'tags', NEW."tags", 'hard', NEW."hard")::text;
BEGIN
  IF octet_length(payload) > 7000 THEN
    payload := json_build_object('id', NEW."id")::text;
  END IF;
  PERFORM pg_notify('masthead', payload);
  RETURN NULL;
END $$;
CREATE TRIGGER "Outbox_notify" AFTER INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION masthead_notify();
