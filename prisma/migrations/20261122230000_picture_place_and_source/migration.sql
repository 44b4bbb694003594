-- Where a picture is, in words, and how it came to be: both stand in files and can be changed in the library.

ALTER TABLE "Picture"
  ADD COLUMN "location" TEXT,
  ADD COLUMN "digitalSource" TEXT;

-- Renditions say how they came to be, so an earlier address goes on saying what it said.
ALTER TABLE "FormerPicture" ADD COLUMN "digitalSource" TEXT;

-- By hand. The finder knows pictures by their place too.
DROP INDEX "Picture_words_idx";
CREATE INDEX "Picture_words_idx" ON "Picture"
  USING GIN (masthead_vector("credit" || ' ' || "fileName" || ' ' || coalesce("location", '')));
