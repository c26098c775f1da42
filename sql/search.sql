-- Searching articles: what matches, with an index and without; plans; how
-- many rows the planner expects.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TABLE search_articles (n int PRIMARY KEY, body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
INSERT INTO search_articles (n, body) VALUES
	(1, E'LISBON (AP) — “The dykes are holding,” Mayor Ana Ruiz said on Monday, “and the well-known old bridges can’t fall.” She added that 3,500 sandbags had been filled.\n\nRuiz spoke in Porto, far from the rains. Officials said the storms would end soon.\n\n“Nobody slept,” said José Núñez, a baker in Évora. “See example.com/flood.html or write to help@example.com.”'),
	(2, E'PARIS (AP) — “A bridge fell in the rain,” Dr. John Barrow of the Harbour Pilots Association told reporters. “It is over there.”\n\nBarrow thinks that the harbour is empty. Helen Castle wants a new bridge. According to Barrow, “the rest is silence.”'),
	(3, E'LONDON (AP) — It rained on Monday in London. Nothing was said about it, and nobody asked.'),
	(4, E'OSLO (AP) — “Ana Ruiz was wrong about the bridges,” Helen Castle told the European Commission. “I met John Barrow in Paris. He was sleeping.”\n\nThe European Commission denied that the dykes had failed.'),
	(5, E'QUITO (AP) — "THE DYKES!" Ana Ruiz shouted. "We own them; nobody else does."\n\nAna Ruiz asked, “Who pays 12.5 million in 2026? The naïve café-goers of ÉVORA?”'),
	(6, 'No one is quoted here.'),
	(7, ''),
	(8, NULL);
SELECT n, quote_no, kind, cue, speaker, text FROM search_articles, news_quotes(doc) ORDER BY n, quote_no;
SELECT n, kind, name, aliases FROM search_articles, news_entities(doc) WHERE kind IN ('person', 'org', 'place') AND name <> 'Associated Press' ORDER BY n, entity_no;

CREATE TABLE search_checks (no serial, about text, query newsquery);
INSERT INTO search_checks (about, query) VALUES
	('words by stem', 'bridge'),
	('', 'BRIDGES'),
	('', 'bridged'),
	('', 'sleep'),
	('', 'fell'),
	('not outside quotations', 'spoke'),
	('', 'rain'),
	('nor what is only thought or wanted', 'empty'),
	('exact in quotation marks', '"bridge"'),
	('', '"bridges"'),
	('', '"Bridges"'),
	('prefix', 'bri*'),
	('', 'bridges*'),
	('', '"holding"*'),
	('', 'holdings*'),
	('', 'slept*'),
	('long words', 'sandbag'),
	('', 'sandbags*'),
	('', 'commissio*'),
	('phrases', '"bridge fell"'),
	('', '"bridges fell"'),
	('', '"fell bridge"'),
	('over the pieces of one quotation', '"are holding and the well-known"'),
	('', '"nobody slept see"'),
	('not over two', '"fall that"'),
	('with a prefix', '"the old bri"*'),
	('', '"old bri"*'),
	('stop words', 'the'),
	('', '"the"'),
	('', 'the & !bridge'),
	('', '"who pays"'),
	('no prefix reaches them', 'whic*'),
	('', 'thei*'),
	('', 'ow*'),
	('words whose stem is a stop word', 'owns'),
	('', 'own'),
	('hyphens', 'well-known'),
	('', '"well-known"'),
	('', '"well known"'),
	('', 'known'),
	('', 'well-kn*'),
	('', 'wel-known'),
	('', '"the well-known old bridges"'),
	('numbers', '3500'),
	('', '3'),
	('', '"3,500"'),
	('', '12.5'),
	('', '2026'),
	('', '20*'),
	('addresses', '"example.com"'),
	('', '"example.com/flood.html"'),
	('', 'help@example.com'),
	('apostrophes', 'can''t'),
	('', '"can’t"'),
	('', 'can'),
	('letters beyond ASCII', 'NAÏVE'),
	('', 'naive'),
	('', 'évora'),
	('', 'café*'),
	('', 'goer'),
	('', '"café-goers of évora"'),
	('speakers by any form', 'speaker:ruiz'),
	('', 'speaker:"Ana Ruiz"'),
	('', 'speaker:"ruiz ana"'),
	('', 'speaker:"Mayor Ana Ruiz"'),
	('', 'speaker:ana'),
	('', 'speaker:ru*'),
	('', 'speaker:"ana ru"*'),
	('', 'speaker:"José Núñez"'),
	('', 'speaker:"jose nunez"'),
	('', 'speaker:NÚÑEZ'),
	('', 'speaker:núñ*'),
	('', 'speaker:nuñ*'),
	('', 'speaker:"Dr. Barrow"'),
	('', 'speaker:barrow'),
	('', 'speaker:officials'),
	('', 'speaker:official'),
	('', 'speaker:"European Commission"'),
	('', 'speaker:commission'),
	('', 'speaker:reporters'),
	('', 'speaker:Mr.'),
	('cues', 'cue:said'),
	('', 'cue:tell'),
	('', 'cue:told'),
	('', 'cue:"according to"'),
	('', 'cue:according'),
	('', 'cue:accord'),
	('', 'cue:"accord"'),
	('', 'cue:accordi*'),
	('', 'cue:asks'),
	('', 'cue:thinks'),
	('kinds', 'kind:direct'),
	('', 'kind:indirect'),
	('', 'kind:mixed'),
	('', 'kind:Indirect & kind:direct'),
	('names anywhere', 'person:barrow'),
	('', 'person:"Helen Castle"'),
	('', 'person:helen'),
	('', 'place:paris'),
	('', 'place:PARIS & place:oslo'),
	('', 'org:"harbour pilots"'),
	('', 'org:pilots*'),
	('', 'org:paris'),
	('', 'person:paris'),
	('within one quotation', 'quote(place:paris)'),
	('', 'quote(person:ruiz)'),
	('', 'quote(person:ruiz & bridge)'),
	('', 'quote(person:ruiz & dyke)'),
	('', 'person:ruiz & dyke'),
	('', 'quote(speaker:ruiz & bridge)'),
	('', 'quote(speaker:ruiz & nobody)'),
	('', 'speaker:ruiz & nobody'),
	('', 'quote(speaker:castle & person:barrow)'),
	('', 'quote(speaker:ruiz & cue:asked & million)'),
	('', 'quote(speaker:ruiz & cue:asked & dyke)'),
	('', 'quote(kind:indirect & dyke)'),
	('', 'quote(dyke & (speaker:ruiz | speaker:commission))'),
	('', 'quote(speaker:barrow & silence) | quote(speaker:ruiz & own)'),
	('not', '!bridge'),
	('', '!!bridge'),
	('', '!kind:direct'),
	('', '!place:london & !speaker:ruiz'),
	('', 'bridge & !speaker:ruiz'),
	('', 'bridge | !dyke'),
	('', '!the'),
	('', '!"no such phrase"'),
	('not, within one quotation', 'quote(!bridge)'),
	('', '!quote(bridge)'),
	('', 'quote(speaker:ruiz & !bridge)'),
	('', 'quote(speaker:castle & !bridge)'),
	('', '!quote(speaker:ruiz & !dyke)'),
	('', 'quote(!speaker:ruiz & !speaker:barrow)'),
	('', 'quote(!place:paris & bridge)'),
	('', 'quote(!(bridge | dyke) & kind:direct)'),
	('', 'quote(!the)'),
	('nothing', ''),
	('', 'unheard'),
	('', 'unheard & bridge'),
	('', 'unheard*'),
	('many', 'speaker:ruiz & quote(dyke | bridge) & !place:paris & (3500 | 2026) & person:ana');

CREATE INDEX search_doc ON search_articles USING gin (doc);
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT n FROM search_articles WHERE doc @@ 'bridge';
CREATE TABLE search_by_index AS
	SELECT no, array_agg(n ORDER BY n) AS found FROM search_checks, search_articles WHERE doc @@ query GROUP BY no;
-- (a line for each step, since some releases say more of a scan that is disabled)
DO $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT no, n FROM search_checks, search_articles WHERE doc @@ query' LOOP
		IF line !~ 'Disabled' THEN
			RAISE INFO '%', line;
		END IF;
	END LOOP;
END $$;
RESET enable_seqscan;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT n FROM search_articles WHERE doc @@ 'bridge';
CREATE TABLE search_by_table AS
	SELECT no, array_agg(n ORDER BY n) AS found FROM search_checks, search_articles WHERE query @@ doc GROUP BY no;
RESET enable_bitmapscan;
SELECT about, query, found FROM search_checks c LEFT JOIN search_by_table t USING (no) ORDER BY c.no;
-- the index says the same
SELECT query, t.found AS by_table, i.found AS by_index
FROM search_checks LEFT JOIN search_by_table t USING (no) LEFT JOIN search_by_index i USING (no)
WHERE t.found IS DISTINCT FROM i.found;
-- what does not match is false, not unknown; NULL is unknown
SELECT doc @@ 'unheard' AS no, doc @@ '' AS empty, doc @@ NULL AS null_query, NULL::newsdoc @@ 'a' AS null_article,
	'bridge'::newsquery @@ doc AS other_side FROM search_articles WHERE n = 1;

-- negations of each other share the articles among them
SELECT count(*) FROM search_checks c, search_articles a WHERE (doc @@ query) = (doc @@ !! query) AND query <> '';

-- what was looked up as a name is a word like others afterwards
\c -
SELECT news_parse('“The talks failed,” Ana Ruiz said.') @@ 'speaker:talks | talk' AS talk;

-- pieces of queries are put together as they are
SELECT count(*) FROM search_articles WHERE doc @@ ('speaker:ruiz'::newsquery && news_to_query('dyke -bridge'));

-- places in errors are counted in characters
\set SHOW_CONTEXT never
SELECT '“évora” & é*  naïve'::newsquery;
SELECT 'é & "ü'::newsquery;
SELECT 'écran:a & foo:ü'::newsquery;
SELECT news_to_query('“heavy rain” −snow ÉVORA:x 雨 🌧');
DROP TABLE search_by_index, search_by_table, search_checks, search_articles;

--
-- Plans.  News of 2000 days, in which words and names come up as often as the
-- number in them says.
--
CREATE TABLE search_days (n int, published date, body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED)
	WITH (autovacuum_enabled = off);
INSERT INTO search_days (n, published, body)
SELECT n, date '2020-01-01' + n,
	CASE WHEN n % 5 = 0 THEN 'OSLO' ELSE 'LISBON' END || ' (AP) — “It rained all day' ||
	CASE WHEN n % 2 = 0 THEN ' on the bridges' ELSE '' END ||
	CASE WHEN n % 20 = 0 THEN ' and the kaleidoscope was lost' ELSE '' END ||
	CASE WHEN n % 400 = 0 THEN ' to a walrus' ELSE '' END || ',” ' ||
	CASE WHEN n % 50 = 0 THEN 'Volodymyr Zelenskyy' WHEN n % 4 = 1 THEN 'Mayor Ana Ruiz' ELSE 'John Barrow' END ||
	CASE WHEN n % 3 = 0 THEN ' told' ELSE ' warned' END || ' reporters.' ||
	CASE WHEN n % 100 = 0 THEN E'\n\nThe talks were held in Davos. Helen Castle was there.' ELSE '' END ||
	CASE WHEN n % 10 = 0 THEN E'\n\nThe European Commission said that the dykes would hold.' ELSE '' END
FROM generate_series(1, 2000) n;
CREATE INDEX search_days_doc ON search_days USING gin (doc);
ANALYZE search_days;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'quote(speaker:zelenskyy & (lost | kaleidoscope)) & place:davos';
SELECT n FROM search_days WHERE doc @@ 'quote(speaker:zelenskyy & (lost | kaleidoscope)) & place:davos' ORDER BY n LIMIT 3;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE 'walrus'::newsquery @@ doc;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'walr*';
SELECT n FROM search_days WHERE doc @@ 'walr*' ORDER BY n;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ news_to_query('walrus -rain');
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ '"to a walrus"' AND published > '2021-01-01';
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'walrus' AND doc @@ 'speaker:zelenskyy';
SELECT n FROM search_days WHERE doc @@ 'walrus' AND doc @@ 'speaker:zelenskyy' ORDER BY n;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'walrus' OR doc @@ 'quote(speaker:castle)';
-- what most articles have is not worth the index, which can tell all the same
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'rain';
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ '!walrus';
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ '!rain';
SET enable_seqscan = off;
SELECT count(*) FROM search_days WHERE doc @@ 'rain';
SELECT count(*) FROM search_days WHERE doc @@ '!walrus';
SELECT count(*) FROM search_days WHERE doc @@ '!bridge & !speaker:ruiz';
SELECT count(*) FROM search_days WHERE doc @@ '';
RESET enable_seqscan;
-- of a prepared query, and of one from another table
SET plan_cache_mode = force_generic_plan;
PREPARE search(newsquery) AS SELECT count(*) FROM search_days WHERE doc @@ $1;
EXPLAIN (COSTS OFF) EXECUTE search('walrus');
EXECUTE search('walrus');
EXECUTE search('speaker:zelenskyy');
RESET plan_cache_mode;
EXPLAIN (COSTS OFF) SELECT n FROM (VALUES ('walrus'::newsquery), ('quote(place:oslo)')) v(query), search_days WHERE doc @@ query;

--
-- Rows that the planner expects, against those that there are.
--
CREATE FUNCTION pg_temp.expected_rows(query newsquery) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE format('EXPLAIN (FORMAT json) SELECT 1 FROM search_days WHERE doc @@ %L', query) INTO plan;
	RETURN plan -> 0 -> 'Plan' -> 'Plan Rows';
END $$;
CREATE FUNCTION pg_temp.well_expected(query newsquery) RETURNS boolean LANGUAGE sql AS $$
	SELECT greatest(1, expected) <= 10 * greatest(1, found) AND greatest(1, found) <= 10 * greatest(1, expected)
	FROM pg_temp.expected_rows(query) expected, (SELECT count(*) AS found FROM search_days WHERE doc @@ query) f
$$;
SELECT query, pg_temp.well_expected(query::newsquery) FROM (VALUES
	('rain'), ('bridge'), ('bridges'), ('"bridges"'), ('kaleidoscope'), ('walrus'), ('unheard'), ('the'), ('bri*'), ('wal*'),
	('"kaleidoscope was lost"'), ('"on the bridges"'), ('"walrus bridges"'),
	('speaker:ruiz'), ('speaker:"Ana Ruiz"'), ('speaker:"Ana Barrow"'), ('speaker:zelenskyy'), ('speaker:nobody'), ('speaker:ze*'),
	('cue:told'), ('cue:warned'), ('kind:direct'), ('kind:indirect'), ('kind:mixed'),
	('person:castle'), ('org:commission'), ('org:"European Commission"'), ('place:davos'), ('place:oslo'),
	('!rain'), ('!bridge'), ('!speaker:ruiz'), ('rain & bridge'), ('bridge | speaker:ruiz'),
	('quote(speaker:ruiz & rain)'), ('quote(kaleidoscope & speaker:barrow)'), (''),
	('speaker:ruiz & bridge & kaleidoscope & walrus & place:davos')) v(query);
-- few statistics, and articles that are all the same
ALTER TABLE search_days ALTER doc SET STATISTICS 1;
ANALYZE search_days;
SELECT pg_temp.well_expected('rain') AS rain, pg_temp.well_expected('bridge') AS bridge, pg_temp.expected_rows('walrus') <= 200 AS walrus;
CREATE TABLE search_same (doc newsdoc);
ALTER TABLE search_same ALTER doc SET STATISTICS 1;
INSERT INTO search_same SELECT news_parse('“' || string_agg('w' || chr(97 + i % 26) || chr(97 + i / 26), ' ') || ',” Ana Ruiz said.') FROM generate_series(0, 300) i;
ANALYZE search_same;
SELECT count(*) FROM search_same WHERE doc @@ 'speaker:ruiz';
-- nothing but NULL, and nothing at all
UPDATE search_same SET doc = NULL;
ANALYZE search_same;
SELECT count(*) FROM search_same WHERE doc @@ 'speaker:ruiz';
TRUNCATE search_same;
ANALYZE search_same;
SELECT count(*) FROM search_same WHERE doc @@ 'speaker:ruiz';
DROP TABLE search_same;
ALTER TABLE search_days ALTER doc SET STATISTICS -1;

--
-- Other indexes.
--
DROP INDEX search_days_doc;
-- over plain text, without a column
CREATE INDEX search_days_body ON search_days USING gin (news_parse(body));
ANALYZE search_days;
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE news_parse(body) @@ 'walrus';
SELECT n FROM search_days WHERE news_parse(body) @@ 'walrus' ORDER BY n;
DROP INDEX search_days_body;
-- a part of the rows
CREATE INDEX search_days_late ON search_days USING gin (doc) WHERE published > '2024-01-01';
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'walrus' AND published > '2024-06-01';
SELECT n FROM search_days WHERE doc @@ 'walrus' AND published > '2024-06-01' ORDER BY n;
DROP INDEX search_days_late;
-- with another column
CREATE INDEX search_days_two ON search_days USING gin (doc, to_tsvector('simple', body));
EXPLAIN (COSTS OFF) SELECT n FROM search_days WHERE doc @@ 'walrus' AND to_tsvector('simple', body) @@ 'oslo';
SELECT n FROM search_days WHERE doc @@ 'walrus' AND to_tsvector('simple', body) @@ 'oslo' ORDER BY n;
DROP INDEX search_days_two;
-- with a list of pending entries and without
CREATE INDEX search_days_slow ON search_days USING gin (doc) WITH (fastupdate = on);
CREATE INDEX search_days_fast ON search_days USING gin (doc) WITH (fastupdate = off);
INSERT INTO search_days (n, published, body) VALUES (2001, '2026-01-01', '“A walrus, at last,” Ana Ruiz said.');
SET enable_seqscan = off;
BEGIN;
DROP INDEX search_days_slow;
SELECT max(n) FROM search_days WHERE doc @@ 'walrus & speaker:ruiz';
ROLLBACK;
BEGIN;
DROP INDEX search_days_fast;
SELECT max(n) FROM search_days WHERE doc @@ 'walrus & speaker:ruiz';
SELECT max(n) FROM search_days WHERE doc @@ 'walr* & speaker:ru*';
SELECT max(n) FROM search_days WHERE doc @@ '!rain';
SELECT gin_clean_pending_list('search_days_slow') > 0 AS cleaned;
SELECT max(n) FROM search_days WHERE doc @@ 'walr* & speaker:ru*';
ROLLBACK;
RESET enable_seqscan;

-- a table in parts
CREATE TABLE search_parts (n int, published date, doc newsdoc) PARTITION BY RANGE (published);
CREATE TABLE search_parts_1 PARTITION OF search_parts FOR VALUES FROM (MINVALUE) TO ('2023-01-01');
CREATE TABLE search_parts_2 PARTITION OF search_parts FOR VALUES FROM ('2023-01-01') TO (MAXVALUE);
CREATE INDEX ON search_parts USING gin (doc);
INSERT INTO search_parts SELECT n, published, doc FROM search_days WHERE n <= 2000;
ANALYZE search_parts;
EXPLAIN (COSTS OFF) SELECT n FROM search_parts WHERE doc @@ 'walrus';
SELECT n FROM search_parts WHERE doc @@ 'walrus' ORDER BY n;

-- parallel workers search, too
DROP INDEX search_days_slow, search_days_fast;
SET min_parallel_table_scan_size = 0;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT count(*) FROM search_days WHERE doc @@ 'rain & !bridge';

SELECT count(*) FROM search_days WHERE doc @@ 'rain & !bridge';
DROP TABLE search_parts, search_days;
