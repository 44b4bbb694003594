-- The newsroom finds a word however it was typed: without its marks (Atatürk, ещё), on a keyboard that lacks a letter (ңүө), or with
-- Arabic letters where Persian has its own. lib/domain/text/folded.ts does the same to what a page has at hand.
CREATE FUNCTION masthead_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(translate(
  normalize(words, NFD),
  U&'\04A3\04AF\04E9\04A2\04AE\04E8\064A\0643\0300\0301\0302\0303\0304\0306\0307\0308\030A\030B\030C\0327\0328\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655',
  U&'\043D\0443\043E\041D\0423\041E\06CC\06A9'
) COLLATE "pg_c_utf8");

CREATE OR REPLACE FUNCTION masthead_words(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT DISTINCT left(word, 60)
  FROM regexp_split_to_table(masthead_folded(left(words, 150000)), '[^[:alnum:]]+' COLLATE "pg_c_utf8") word
  WHERE word <> ''
);

REINDEX INDEX "PictureText_words_idx";
REINDEX INDEX "Picture_words_idx";
SELECT masthead_write_words("id") FROM "Article";
