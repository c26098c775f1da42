-- Names as arrays, and indexes on them that the planner uses.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

SELECT news_speakers(d), news_people(d), news_orgs(d), news_places(d) FROM news_parse(
	'“It’s done,” Mayor Ana Ruiz said in Paris. “It isn’t,” John Barrow of the European Commission replied. '
	'Ruiz left for London. “Never,” Barrow said.') d;

-- unnamed sources are no speakers to look for
SELECT speaker, named FROM news_quotes('“It’s done,” officials said.');
SELECT news_speakers('“It’s done,” officials said.');

CREATE TABLE arrays_articles (id int PRIMARY KEY, body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
INSERT INTO arrays_articles SELECT n, '“It rained on day ' || n || ',” ' ||
	CASE WHEN n % 100 = 7 THEN 'Ana Ruiz' ELSE 'John Barrow' END || ' said.'
FROM generate_series(1, 1000) n;
CREATE INDEX arrays_doc ON arrays_articles USING gin (news_speakers(doc));
CREATE INDEX arrays_body ON arrays_articles USING gin (news_speakers(body));
ANALYZE arrays_articles;
EXPLAIN (COSTS OFF) SELECT id FROM arrays_articles WHERE news_speakers(doc) @> ARRAY['Ana Ruiz'];
SELECT id FROM arrays_articles WHERE news_speakers(doc) @> ARRAY['Ana Ruiz'] ORDER BY id;
EXPLAIN (COSTS OFF) SELECT id FROM arrays_articles WHERE news_speakers(body) @> ARRAY['Ana Ruiz'];
SELECT id FROM arrays_articles WHERE news_speakers(body) @> ARRAY['Ana Ruiz'] ORDER BY id;
EXPLAIN (COSTS OFF) SELECT id FROM arrays_articles WHERE news_speakers(doc) && ARRAY['Ana Ruiz', 'Nobody'];

-- the index and the table give the same answer
SET enable_bitmapscan = off;
SET enable_indexscan = off;
SELECT count(*) FROM arrays_articles WHERE news_speakers(doc) @> ARRAY['Ana Ruiz'];
RESET enable_bitmapscan;
RESET enable_indexscan;
SELECT count(*) FROM arrays_articles WHERE news_speakers(doc) @> ARRAY['Ana Ruiz'];

-- parallel workers read, too
SET min_parallel_table_scan_size = 0;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT count(*) FROM arrays_articles WHERE news_people(body) @> ARRAY['Ana Ruiz'];
SELECT count(*) FROM arrays_articles WHERE news_people(body) @> ARRAY['Ana Ruiz'];
DROP TABLE arrays_articles;
