-- What goes wrong, and what is said then.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- what recv refuses: another version, no version, bytes that are no text
\getenv directory PG_ABS_BUILDDIR
\set file :directory '/results/newsdoc.bin'
CREATE TEMP TABLE received (doc newsdoc);
\set SHOW_CONTEXT never
COPY (SELECT '\x02416e61'::bytea) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
COPY (SELECT '\x'::bytea) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
COPY (SELECT '\x01ff'::bytea) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
COPY (SELECT '\x01'::bytea UNION ALL SELECT '\x01416e61'::bytea UNION ALL SELECT NULL) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
SELECT doc, doc IS NULL AS missing FROM received;
COPY (SELECT '“It’s done,” Mayor Ana Ruiz said.'::newsdoc) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
SELECT speaker, text FROM received, news_quotes(doc);

-- too long: a text of the greatest length that is read, and one byte
SELECT news_parse(repeat('a', 134217729));
SELECT news_speakers(repeat('a', 134217729));
SELECT count(*) FROM news_explain(repeat('a', 134217729));
DO $$
BEGIN
	PERFORM repeat('a', 134217729)::newsdoc;
EXCEPTION WHEN program_limit_exceeded THEN
	RAISE NOTICE '%', sqlerrm;
END $$;
SELECT news_name_key(repeat('a', 2000));
SELECT news_same_name('a', repeat('b', 2000));

-- views
CREATE TABLE errors_articles (id int PRIMARY KEY, body text, doc newsdoc, speaker text, n numeric);
SELECT news_create_views(NULL, 'id', 'doc');
SELECT news_create_views('errors_articles', NULL, 'doc');
SELECT news_create_views('errors_articles', 'id', NULL);
SELECT news_create_views('no_such_table', 'id', 'doc');
SELECT news_create_views(0::regclass, 'id', 'doc');
SELECT news_create_views('errors_articles', 'no_such_column', 'doc');
SELECT news_create_views('errors_articles', 'id', 'no_such_column');
SELECT news_create_views('errors_articles', 'ctid', 'doc');
SELECT news_create_views('errors_articles', 'id', 'n');
SELECT news_create_views('errors_articles', 'speaker', 'doc');
SELECT news_create_views('errors_articles_pkey', 'id', 'doc');
SELECT news_create_views('errors_articles', 'id', 'doc', repeat('p', 60)::name);
CREATE TABLE errors_articles_mentions (id int);
SELECT news_create_views('errors_articles', 'id', 'doc');
SELECT to_regclass('errors_articles_article') IS NULL AS nothing_was_made;
SELECT news_drop_views('errors_articles');
DROP TABLE errors_articles_mentions;
CREATE VIEW errors_articles_quotes AS SELECT * FROM errors_articles;
SELECT news_drop_views('errors_articles');
DROP VIEW errors_articles_quotes;
SELECT news_drop_views('errors_articles');
SELECT news_drop_views('errors_articles', 'another');
SELECT news_drop_views(NULL);
SELECT count(*) FROM news_create_views('errors_articles', 'id', 'doc');
CREATE VIEW errors_on_top AS SELECT speaker FROM errors_articles_quotes;
SELECT news_drop_views('errors_articles');
DROP VIEW errors_on_top;
SELECT count(*) FROM news_drop_views('errors_articles');
DROP TABLE errors_articles;

-- SQLSTATEs
CREATE FUNCTION pg_temp.state_of(command text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE command;
	RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
	RETURN sqlstate;
END $$;
CREATE TEMP TABLE t (id int, doc text, n numeric);
SELECT pg_temp.state_of($$SELECT news_parse(repeat('a', 134217729))$$) AS too_long,
       pg_temp.state_of($$SELECT news_create_views('t', NULL, 'doc')$$) AS is_null,
       pg_temp.state_of($$SELECT news_create_views(0, 'id', 'doc')$$) AS no_table,
       pg_temp.state_of($$SELECT news_create_views('t', 'x', 'doc')$$) AS no_column,
       pg_temp.state_of($$SELECT news_create_views('t', 'id', 'n')$$) AS wrong_type,
       pg_temp.state_of($$SELECT news_create_views('t', 'id', 'doc', repeat('p', 60)::name)$$) AS long_name,
       pg_temp.state_of($$SELECT news_drop_views('t')$$) AS no_views,
       pg_temp.state_of($$SELECT news_create_views('t', 'id', 'doc')$$) AS fine;
