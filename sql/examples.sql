-- What users write.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- nothing set up: paste and see
SELECT speaker, cue, kind, text FROM news_quotes('“It’s done,” Mayor Ana Ruiz said.');

-- a table that reads itself
CREATE TABLE articles (id bigint PRIMARY KEY, outlet text, published date, body text NOT NULL,
                       doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
SELECT news_create_views('articles', 'id', 'doc');
INSERT INTO articles VALUES
	(1, 'Harbour News', '2025-03-03', '“The talks go on,” U.S. special envoy Steve Witkoff said in Davos. “Soon,” he added.'),
	(2, 'Harbour News', '2025-03-04', 'President Volodymyr Zelenskyy told reporters in Kyiv that Steve Witkoff had called him. “We talked,” Zelenskyy said of Witkoff.');

-- who said what
SELECT id, speaker_title, speaker, cue, text FROM articles_quotes WHERE speaker = 'Steve Witkoff';

-- an index on speakers; the planner must use it
CREATE INDEX ON articles USING gin (news_speakers(doc));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM articles WHERE news_speakers(doc) @> ARRAY['Volodymyr Zelenskyy'];
SELECT id FROM articles WHERE news_speakers(doc) @> ARRAY['Volodymyr Zelenskyy'];

-- works over plain text too, without a newsdoc column
CREATE INDEX ON articles USING gin (news_speakers(body));
EXPLAIN (COSTS OFF) SELECT id FROM articles WHERE news_speakers(body) @> ARRAY['Volodymyr Zelenskyy'];
SELECT id FROM articles WHERE news_speakers(body) @> ARRAY['Volodymyr Zelenskyy'];
RESET enable_seqscan;

-- who is spoken about
SELECT q.speaker, m.name, count(*) FROM articles a, news_quotes(a.doc) q, news_mentions(a.doc) m
WHERE m.quote_no = q.quote_no AND m.kind = 'person' GROUP BY 1, 2 ORDER BY 3 DESC;
SELECT news_drop_views('articles');
DROP TABLE articles;
