-- Many articles are published in one statement, by several processes at once: all their pictures are marked together, in the order of
-- their ids, so that no two publications wait for each other in a circle.
DROP TRIGGER "Article_pictures_shown" ON "Article";
DROP FUNCTION masthead_article_shown();
CREATE FUNCTION masthead_articles_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_show_pictures(ARRAY(
    SELECT unnest(array_append(masthead_article_pictures(a."publishedRevisionId"), a."pictureId"))
    FROM new_articles a WHERE a."state" = 'published'));
  RETURN NULL;
END $$;
CREATE FUNCTION masthead_articles_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM masthead_show_pictures(ARRAY(
    SELECT unnest(array_append(masthead_article_pictures(a."publishedRevisionId"), a."pictureId"))
    FROM new_articles a JOIN old_articles b ON b."id" = a."id"
    WHERE a."state" = 'published'
      AND (a."state", a."publishedRevisionId", a."pictureId") IS DISTINCT FROM (b."state", b."publishedRevisionId", b."pictureId")));
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_pictures_inserted" AFTER INSERT ON "Article" REFERENCING NEW TABLE AS new_articles
  FOR EACH STATEMENT EXECUTE FUNCTION masthead_articles_inserted();
CREATE TRIGGER "Article_pictures_updated" AFTER UPDATE ON "Article" REFERENCING OLD TABLE AS old_articles NEW TABLE AS new_articles
  FOR EACH STATEMENT EXECUTE FUNCTION masthead_articles_updated();
