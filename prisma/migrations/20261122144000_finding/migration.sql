-- Finding things in the newsroom: words of every article in any state, of pictures, and saved filters that all can share.

ALTER TABLE "User" ADD COLUMN "hasSingleKeys" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "SavedFilter" ADD COLUMN "isShared" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "ArticleWords" (
    "articleId" INTEGER NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "ArticleWords_pkey" PRIMARY KEY ("articleId")
);
CREATE INDEX "ArticleWords_vector_idx" ON "ArticleWords" USING GIN ("vector");
ALTER TABLE "ArticleWords" ADD CONSTRAINT "ArticleWords_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The newsroom's lists: the last changed first, everywhere, in one edition, in one blog.
CREATE INDEX "Article_changedAt_id_idx" ON "Article"("changedAt" DESC, "id" DESC);
CREATE INDEX "Article_editionId_changedAt_id_idx" ON "Article"("editionId", "changedAt" DESC, "id" DESC);
CREATE INDEX "Article_blogId_changedAt_id_idx" ON "Article"("blogId", "changedAt" DESC, "id" DESC);

-- By hand. Words are cut and made small here, so that a text and a question about it are always cut alike, in every server locale.
-- A lexeme holds 2,046 bytes and a vector 1 MB (postgresql.org/docs/current/textsearch-limitations.html).
CREATE FUNCTION masthead_words(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT DISTINCT left(word, 60)
  FROM regexp_split_to_table(lower(left(words, 150000) COLLATE "pg_c_utf8"), '[^[:alnum:]]+' COLLATE "pg_c_utf8") word
  WHERE word <> ''
);

CREATE FUNCTION masthead_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(masthead_words(words));

-- All words of a question, each as the beginning of one in a text; null for a question without words. `lead` stands before each.
CREATE FUNCTION masthead_beginnings(question text, lead text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg('''' || lead || word || ''':*', ' & ')::tsquery FROM unnest((masthead_words(question))[1:8]) word);

-- A word of the headline or the address stands there a second time behind `^`; `=e1` and `=b1` are edition and blog.
CREATE FUNCTION masthead_write_words(article integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ArticleWords" ("articleId", "vector")
  SELECT a."id", array_to_tsvector(
    masthead_words(concat_ws(' ', r."headline", a."slug", r."standfirst",
      (SELECT string_agg(t #>> '{}', ' ') FROM jsonb_path_query(r."body", 'strict $.**.text') t)))
    || ARRAY(SELECT '^' || word FROM unnest(masthead_words(concat_ws(' ', r."headline", a."slug"))) word)
    || ARRAY['=e' || a."editionId", '=b' || a."blogId"])
  FROM "Article" a
  CROSS JOIN LATERAL (SELECT * FROM "Revision" WHERE "articleId" = a."id" ORDER BY "number" DESC LIMIT 1) r
  WHERE a."id" = article
  ON CONFLICT ("articleId") DO UPDATE SET "vector" = excluded."vector"
$$;

CREATE FUNCTION masthead_revision_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_write_words(NEW."articleId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Revision_words" AFTER INSERT ON "Revision" FOR EACH ROW EXECUTE FUNCTION masthead_revision_words();

CREATE FUNCTION masthead_moved_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_write_words(NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_words" AFTER UPDATE OF "slug", "blogId", "editionId" ON "Article" FOR EACH ROW
  WHEN (OLD."slug" <> NEW."slug" OR OLD."blogId" <> NEW."blogId" OR OLD."editionId" <> NEW."editionId")
  EXECUTE FUNCTION masthead_moved_words();

SELECT masthead_write_words("id") FROM "Article";

CREATE INDEX "PictureText_words_idx" ON "PictureText"
  USING GIN (masthead_vector("alt" || ' ' || "caption" || ' ' || coalesce("credit", '')));
CREATE INDEX "Picture_words_idx" ON "Picture" USING GIN (masthead_vector("credit" || ' ' || "fileName"));

-- Two names that differ in capitals only are one name to whoever reads the tabs.
CREATE UNIQUE INDEX "SavedFilter_own_name_key" ON "SavedFilter"("userId", lower("name" COLLATE "pg_c_utf8"));
CREATE UNIQUE INDEX "SavedFilter_shared_name_key" ON "SavedFilter"(lower("name" COLLATE "pg_c_utf8")) WHERE "isShared";
