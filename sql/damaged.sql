-- Values damaged on disk: one clear error or an answer, never a crash.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
\set SHOW_CONTEXT never

-- the bytes themselves; only a superuser can make such casts, and only here
BEGIN;
CREATE CAST (newsdoc AS bytea) WITHOUT FUNCTION;
CREATE CAST (bytea AS newsdoc) WITHOUT FUNCTION;
CREATE TEMP TABLE sound AS SELECT news_parse(E'PARIS (AP) — “It rained,” Mayor Ana Ruiz said. “It dïd.”\n\n'
	'The mayor said that John Barrow was in London. By then “it snowed” on Friday. Barrow believes that Ruiz will leave.\n\nCopyright 2025 Harbour News')::bytea AS bytes;
SELECT get_byte(bytes, 0) AS version FROM sound;

-- another version is refused by name; of an earlier one, whose head had one
-- section less, there is the text, which can be read anew
SAVEPOINT s;
CREATE FUNCTION pg_temp.earlier(bytes bytea, version int) RETURNS newsdoc LANGUAGE sql
	RETURN set_byte(substr(bytes, 1, 36) || substr(bytes, 41), 0, version)::newsdoc;
SELECT version, left(pg_temp.earlier(bytes, version)::text, 23) AS text,
	cardinality(news_speakers(news_parse(pg_temp.earlier(bytes, version)::text))) AS speakers
FROM sound, generate_series(1, 2) version ORDER BY version;
SELECT set_byte(bytes, 0, 4)::newsdoc FROM sound;
ROLLBACK TO s;
SELECT * FROM sound, news_quotes(set_byte(bytes, 0, 2)::newsdoc);
ROLLBACK TO s;
SELECT news_speakers(set_byte(bytes, 0, 0)::newsdoc) FROM sound;
ROLLBACK TO s;
-- cut short, and lengthened
SELECT substr(bytes, 1, 20)::newsdoc FROM sound;
ROLLBACK TO s;
SELECT substr(bytes, 1, 80)::newsdoc FROM sound;
ROLLBACK TO s;
SELECT ''::bytea::newsdoc;
ROLLBACK TO s;

CREATE TEMP TABLE searched (doc newsdoc);
CREATE INDEX ON searched USING gin (doc);
CREATE FUNCTION pg_temp.outcome(doc newsdoc) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM doc::text;
	PERFORM news_article(doc);
	PERFORM news_speakers(doc), news_people(doc), news_orgs(doc), news_places(doc);
	PERFORM * FROM news_paragraphs(doc);
	PERFORM * FROM news_sentences(doc);
	PERFORM * FROM news_quotes(doc);
	PERFORM * FROM news_quotes(doc, '{thought,attitude}');
	PERFORM * FROM news_mentions(doc);
	PERFORM * FROM news_entities(doc);
	PERFORM * FROM news_dates(doc, '2026-01-23');
	PERFORM doc = doc, newsdoc_hash(doc), newsdoc_send(doc);
	PERFORM doc @@ query, news_rank(doc, query), news_headline(doc, query)
	FROM (VALUES ('quote(speaker:ruiz & "it rained") & place:paris'::newsquery), ('quote(person:barrow) | !cue:said & kind:direct')) v(query);
	INSERT INTO searched VALUES (doc);
	RETURN 'answer';
EXCEPTION WHEN data_corrupted OR feature_not_supported THEN
	RETURN 'refused';
END $$;

SELECT pg_temp.outcome(bytes::newsdoc) FROM sound;
-- each byte of it changed in several ways, and each shorter value
SELECT outcome, count(*) > 100 AS often FROM sound, generate_series(0, length(bytes) - 1) at,
	(VALUES (0), (1), (127), (128), (255)) v(byte),
	pg_temp.outcome(set_byte(bytes, at, byte)::newsdoc) outcome GROUP BY outcome ORDER BY outcome;
SELECT outcome, count(*) > 50 AS often FROM sound, generate_series(0, length(bytes) - 1) len,
	pg_temp.outcome(substr(bytes, 1, len)::newsdoc) outcome GROUP BY outcome ORDER BY outcome;

-- compressed, so that only a part of it is looked at
CREATE TEMP TABLE stored AS
	WITH long AS (SELECT news_parse(repeat(bytes::newsdoc::text || E'\n\n', 20))::bytea AS bytes FROM sound)
	SELECT set_byte(bytes, at, byte)::newsdoc AS doc FROM long, (VALUES (0), (1), (127), (255)) v(byte),
		(SELECT at FROM generate_series(0, 60) at UNION ALL SELECT length(bytes) - at FROM long, generate_series(1, 900, 11) at) a;
SELECT bool_and(pg_column_size(doc) < length(doc::bytea)) AS compressed FROM stored;
SELECT outcome, count(*) > 50 AS often FROM stored, pg_temp.outcome(doc) outcome GROUP BY outcome ORDER BY outcome;
CREATE TEMP TABLE short AS
	WITH long AS (SELECT news_parse(repeat(bytes::newsdoc::text || E'\n\n', 20))::bytea AS bytes FROM sound)
	SELECT substr(bytes, 1, length(bytes) - less)::newsdoc AS doc FROM long, (VALUES (1), (1000), (6000)) v(less);
SELECT pg_temp.outcome(doc) FROM short;
ROLLBACK;
