-- Several functions over one text: read once, and never another one's.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- two texts of one length, in turn, many more than are remembered
CREATE TEMP TABLE texts AS
	SELECT n, '“It rained on day ' || lpad(n::text, 3, '0') || ',” Ana Ruiz said.' AS body FROM generate_series(1, 60) n;
SELECT count(*) AS wrong FROM texts, generate_series(1, 3) AS again
WHERE (SELECT text FROM news_quotes(body)) <> 'It rained on day ' || lpad(n::text, 3, '0') || ','
   OR (SELECT text FROM news_paragraphs(body)) <> body
   OR news_parse(body)::text <> body;

-- an error in between does no harm
BEGIN;
SELECT news_speakers(body) FROM texts WHERE n = 1;
SAVEPOINT s;
\set SHOW_CONTEXT never
SELECT news_speakers(body), 1 / (n - 2) FROM texts WHERE n <= 2;
ROLLBACK TO s;
SELECT news_speakers(body), (SELECT text FROM news_quotes(body)) FROM texts WHERE n IN (1, 2) ORDER BY n;
COMMIT;

-- a reading that is cancelled is not remembered
BEGIN;
SET LOCAL statement_timeout = '20ms';
SAVEPOINT s;
SELECT count(*) FROM news_quotes(repeat('“It rained,” Ana Ruiz said. ', 200000));
ROLLBACK TO s;
SET LOCAL statement_timeout = 0;
SELECT count(*) FROM news_quotes(repeat('“It rained,” Ana Ruiz said. ', 20));
ROLLBACK;

-- the second function on a row costs little: reading is what takes the time
CREATE FUNCTION pg_temp.milliseconds(command text) RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz;
	best float := 'infinity';
BEGIN
	FOR i IN 1 .. 5 LOOP
		start := clock_timestamp();
		EXECUTE command;
		best := least(best, extract(epoch FROM clock_timestamp() - start) * 1000);
	END LOOP;
	RETURN best;
END $$;
CREATE TEMP TABLE long_text AS SELECT string_agg(body || E'\n\n', '') || repeat('Rain fell on Paris. ', 20000) AS body FROM texts;
-- (news_paragraphs alone, on a text made anew each time, so never remembered)
SELECT pg_temp.milliseconds('SELECT count(*) FROM long_text, news_paragraphs(body || random())') AS once \gset
SELECT pg_temp.milliseconds('SELECT news_speakers(body), news_people(body), news_orgs(body), news_places(body), news_article(body), news_parse(body) IS NULL FROM (SELECT body || random() AS body FROM long_text OFFSET 0) t') AS six \gset
SELECT :six < :once * 3 AS read_once;

-- what is remembered has a bound, and is gone with the transaction
BEGIN;
SELECT count(news_parse(repeat(' ', 3000000) || n)) FROM generate_series(1, 20) n;
SELECT sum(total_bytes) BETWEEN 1 AND 40000000 AS bounded FROM pg_backend_memory_contexts WHERE name = 'newsext cache';
COMMIT;
SELECT count(*) FROM pg_backend_memory_contexts WHERE name LIKE 'newsext%';
