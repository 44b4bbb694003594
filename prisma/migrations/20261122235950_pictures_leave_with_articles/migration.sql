-- Pictures leave the public with the article that showed them (lib/store/media/hide-pictures.ts). What is being published meanwhile
-- holds its pictures, seen or not: whoever hides them waits for it, and then knows that they are shown. The second statement sees
-- what was hidden while the first one waited.
CREATE OR REPLACE FUNCTION masthead_show_pictures(shown INTEGER[]) RETURNS void LANGUAGE sql AS $$
  SELECT "id" FROM "Picture" WHERE "id" = ANY(shown) ORDER BY "id" FOR KEY SHARE;
  UPDATE "Picture" SET "publicSince" = now() WHERE "id" IN (
    SELECT "id" FROM "Picture" WHERE "id" = ANY(shown) AND "publicSince" IS NULL ORDER BY "id" FOR NO KEY UPDATE)
$$;

-- An article that comes back stands on its fronts again, with the pictures that it has there.
CREATE OR REPLACE FUNCTION masthead_articles_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_show_pictures(ARRAY(
    SELECT unnest(array_append(masthead_article_pictures(a."publishedRevisionId"), a."pictureId")
      || ARRAY(SELECT s."pictureId" FROM "Slot" s WHERE s."articleId" = a."id" AND s."pictureId" IS NOT NULL))
    FROM new_articles a JOIN old_articles b ON b."id" = a."id"
    WHERE a."state" = 'published'
      AND (a."state", a."publishedRevisionId", a."pictureId") IS DISTINCT FROM (b."state", b."publishedRevisionId", b."pictureId")));
  RETURN NULL;
END $$;
