-- By hand. Headlines of nothing but common words, which no search document has, are found by how long they are
-- (lib/store/search/headlines-alone.ts).
CREATE INDEX "Article_short_headline_idx" ON "Article" ("editionId", char_length("headline"), "listedAt" DESC)
  WHERE "listedAt" IS NOT NULL AND char_length("headline") <= 60;
