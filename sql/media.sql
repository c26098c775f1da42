-- How what is quoted came to be known, and asking for one medium or another.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE story (body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
INSERT INTO story VALUES ($$Mayor Ana Ruiz said that the bridge at Vila was shut. Sen. Tom Okoro believes that Lena Vogt will open it.

"It is done," Ruiz wrote in a letter. "We are leaving," Okoro told reporters. Piet Haas thinks that the town of Borg is lost.$$);

-- what is told by default, what is thought on demand, everything
SELECT quote_no, kind, medium, speaker, cue, text FROM story, news_quotes(body) ORDER BY quote_no;
SELECT quote_no, kind, medium, speaker, cue, text FROM story, news_quotes(body, '{thought,attitude}') ORDER BY quote_no;
SELECT quote_no, medium FROM story, news_quotes(body, enum_range(NULL::news_medium)) ORDER BY quote_no;
SELECT quote_no, medium FROM story, news_quotes(doc, '{writing}') ORDER BY quote_no;
SELECT quote_no, medium FROM story, news_quotes(doc, media => '{thought,speech,thought}') ORDER BY quote_no;
SELECT count(*) FROM story, news_quotes(doc, '{}');
SELECT count(*) FROM story, news_quotes(doc, NULL);
SELECT count(*) FROM story, news_quotes(body, '{{speech,writing},{thought,attitude}}');

-- the media of each row
SELECT m.medium, quote_no FROM story, unnest(enum_range(NULL::news_medium)) m(medium), news_quotes(doc, ARRAY[m.medium]) ORDER BY 1, 2;

-- denied thoughts are thoughts
SELECT quote_no, medium, negated, text FROM news_quotes('Ana Ruiz does not believe that it rained. She did not say that it snowed.'::newsdoc, '{speech,thought}');

-- what is wanted is an attitude
SELECT quote_no, medium, speaker, text FROM news_quotes('Tom Okoro wants the town to pay.'::newsdoc, '{attitude}');

-- errors
SELECT count(*) FROM story, news_quotes(doc, '{speech,NULL}');
SELECT count(*) FROM story, news_quotes(body, ARRAY[NULL]::news_medium[]);
SELECT count(*) FROM news_quotes('Rain fell.', '{shouting}');

-- speakers are those of what is told; who is named in a thought is in no quotation
SELECT news_speakers(body), news_speakers(doc) = news_speakers(body) AS same FROM story;
SELECT text, quote_no FROM story, news_mentions(doc) WHERE kind IN ('person', 'place') ORDER BY mention_no;
SELECT count(*) FROM story, news_mentions(doc) m WHERE quote_no IS NOT NULL
	AND NOT EXISTS (SELECT FROM news_quotes(doc) q WHERE q.quote_no = m.quote_no AND q.content @> m.span);

-- views show what is told
CREATE TABLE media_articles AS SELECT 1 AS id, body FROM story;
SELECT count(*) FROM news_create_views('media_articles', 'id', 'body');
SELECT quote_no, medium FROM media_articles_quotes ORDER BY quote_no;
SELECT speaker, quotes FROM media_articles_speakers ORDER BY first_quote;
SELECT pg_get_viewdef('media_articles_quotes') LIKE '%thought%' AS names_media;
CREATE VIEW media_thoughts AS SELECT id, q.* FROM media_articles, news_quotes(body, '{thought}') q;
SET search_path = pg_catalog;
SELECT quote_no, medium FROM public.media_thoughts ORDER BY quote_no;
RESET search_path;
SELECT count(*) FROM news_drop_views('media_articles');
DROP TABLE media_articles CASCADE;
