-- Previews say how often they were opened, never by whom.
ALTER TABLE "PreviewLink" ADD COLUMN "openedCount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "openedAt" TIMESTAMPTZ(3);

-- A reported error stays due until a correction is published or the thread is settled.
ALTER TABLE "Comment" ADD COLUMN "wantsCorrection" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Comment_corrections_due_idx" ON "Comment" ("articleId") WHERE "wantsCorrection" AND "resolvedAt" IS NULL;

-- A picture has public addresses from the moment that something public shows it, and not before: an embargo covers pictures too.
ALTER TABLE "Picture" ADD COLUMN "publicSince" TIMESTAMPTZ(3);

-- In the order of their ids, so that two publications never wait for each other.
CREATE FUNCTION masthead_show_pictures(shown INTEGER[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Picture" SET "publicSince" = now() WHERE "id" IN (
    SELECT "id" FROM "Picture" WHERE "id" = ANY(shown) AND "publicSince" IS NULL ORDER BY "id" FOR NO KEY UPDATE)
$$;
CREATE FUNCTION masthead_article_pictures(revision INTEGER) RETURNS INTEGER[] LANGUAGE sql STABLE AS $$
  SELECT array_append(
    ARRAY(SELECT (id #>> '{}')::int FROM jsonb_path_query(r."body", '$[*] ? (@.kind == "figure").pictureId') id),
    (r."facts" ->> 'pictureId')::int)
  FROM "Revision" r WHERE r."id" = revision
$$;
CREATE FUNCTION masthead_article_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_show_pictures(array_append(masthead_article_pictures(NEW."publishedRevisionId"), NEW."pictureId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_pictures_shown" AFTER INSERT OR UPDATE OF "state", "publishedRevisionId", "pictureId" ON "Article"
  FOR EACH ROW WHEN (NEW."state" = 'published') EXECUTE FUNCTION masthead_article_shown();
CREATE FUNCTION masthead_picture_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_show_pictures(ARRAY[NEW."pictureId"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "Slot_picture_shown" AFTER INSERT OR UPDATE OF "pictureId" ON "Slot"
  FOR EACH ROW WHEN (NEW."pictureId" IS NOT NULL) EXECUTE FUNCTION masthead_picture_shown();
CREATE TRIGGER "Contributor_picture_shown" AFTER INSERT OR UPDATE OF "pictureId" ON "Contributor"
  FOR EACH ROW WHEN (NEW."pictureId" IS NOT NULL) EXECUTE FUNCTION masthead_picture_shown();

-- What readers have seen before today keeps its addresses.
SELECT masthead_show_pictures(ARRAY(
  SELECT "pictureId" FROM "Slot" WHERE "pictureId" IS NOT NULL
  UNION SELECT "pictureId" FROM "Contributor" WHERE "pictureId" IS NOT NULL
  UNION SELECT unnest(array_append(masthead_article_pictures("publishedRevisionId"), "pictureId")) FROM "Article"
    WHERE "firstPublishedAt" IS NOT NULL));
