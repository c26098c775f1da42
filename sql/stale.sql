-- Indexes that another version of the reader built.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
CREATE SCHEMA stale;

-- what depends on the version, and what does not
CREATE FUNCTION stale.wrapped(text) RETURNS text[] IMMUTABLE
BEGIN ATOMIC
	SELECT news_people($1);
END;
CREATE TABLE stale.articles (
	id int PRIMARY KEY,
	author text,
	body text,
	doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED,
	speakers text[] GENERATED ALWAYS AS (news_speakers(body)) STORED,
	EXCLUDE (news_name_key(author) WITH =)
);
INSERT INTO stale.articles VALUES (1, 'Ben Adeyemi', '"It is done," Mayor Ana Ruiz said.');
CREATE INDEX by_expression ON stale.articles USING gin (news_speakers(doc));
CREATE INDEX by_predicate ON stale.articles (id) WHERE news_people(body) @> '{Ana Ruiz}';
CREATE INDEX by_operator ON stale.articles (id) WHERE doc @@ 'speaker:ruiz';
CREATE INDEX by_class ON stale.articles USING gin (doc);
CREATE INDEX by_wrapper ON stale.articles USING gin (stale.wrapped(body));
CREATE INDEX not_by_order ON stale.articles (doc);
CREATE INDEX not_by_hash ON stale.articles USING hash (doc);
CREATE INDEX not_by_text ON stale.articles (md5(doc::text)) WHERE doc <> '';
CREATE INDEX not_by_column ON stale.articles USING gin (speakers);
CREATE TABLE stale.parted (body text) PARTITION BY LIST ((body IS NULL));
CREATE TABLE stale.part PARTITION OF stale.parted FOR VALUES IN (false);
CREATE INDEX ON stale.parted USING gin (news_orgs(body));
CREATE MATERIALIZED VIEW stale.matview AS SELECT * FROM stale.articles;
CREATE INDEX matview_places ON stale.matview USING gin (news_places(body));
CREATE TEMP TABLE temporary (body text);
CREATE INDEX ON temporary USING gin (news_orgs(body));

CREATE VIEW stale.list AS
SELECT index, relation,
	CASE built_under WHEN news_version() THEN 'this' ELSE built_under END AS built_under,
	current = news_version() AS current
FROM news_stale_indexes
WHERE relation::text LIKE 'stale.%' OR relation = 'temporary'::regclass
ORDER BY index::text COLLATE "C";

-- all were built under this version
TABLE stale.list;

-- the library changes: what is there may be of the version noted last
UPDATE news_noted_version SET version = 'first';
TABLE stale.list;

-- noted, they stay in the list, and what is built from now on does not get there
SELECT news_note_version();
SELECT version = news_version() AS noted FROM news_noted_version;
CREATE INDEX later ON stale.articles USING gin (news_places(doc));
TABLE stale.list;

-- each is built anew in some way, or goes
REINDEX INDEX stale.by_expression;
REINDEX INDEX CONCURRENTLY stale.by_class;
DROP INDEX stale.by_predicate;
TRUNCATE stale.parted;
REFRESH MATERIALIZED VIEW stale.matview;
TABLE stale.list;

-- the library changes again: the first note stands, the others take the second
UPDATE news_noted_version SET version = 'second';
SELECT news_note_version();
TABLE stale.list;
REINDEX SCHEMA stale;
TABLE stale.list;

-- back to a version that was noted before: what it built is not stale
SELECT news_note_version();
UPDATE news_noted_version SET version = 'third';
TABLE stale.list;
SELECT news_note_version();

-- an index made anew over the file of the one before is as old as that
CREATE TABLE stale.kept (doc newsdoc);
CREATE INDEX ON stale.kept USING gin (doc);
UPDATE news_noted_version SET version = 'fourth';
SELECT news_note_version();
SELECT oid AS old_index, relfilenode AS old_file
FROM pg_class WHERE oid = 'stale.kept_doc_idx'::regclass \gset
ALTER TABLE stale.kept ALTER COLUMN doc TYPE newsdoc;
SELECT oid <> :old_index AS other_index, relfilenode = :old_file AS same_file
FROM pg_class WHERE oid = 'stale.kept_doc_idx'::regclass;
SELECT index, built_under FROM stale.list WHERE relation = 'stale.kept'::regclass;

-- one that is moved has another file and is as old as before
SELECT news_note_version();
SET allow_in_place_tablespaces = on;
CREATE TABLESPACE regress_news LOCATION '';
ALTER INDEX stale.kept_doc_idx SET TABLESPACE regress_news;
SELECT index, built_under FROM stale.list WHERE relation = 'stale.kept'::regclass;
SELECT news_note_version();
REINDEX INDEX stale.kept_doc_idx;
SELECT index, built_under FROM stale.list WHERE relation = 'stale.kept'::regclass;
DROP TABLE stale.kept;
DROP TABLESPACE regress_news;

-- indexes that are gone are forgotten
SELECT news_note_version();
SELECT count(*) FROM news_noted_indexes n WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = n.index);

-- whoever does not own the extension reads the list, and notes nothing
CREATE ROLE regress_newsext_reader;
SET ROLE regress_newsext_reader;
SELECT count(*) >= 0 AS readable FROM news_stale_indexes;
SELECT news_note_version();
SELECT FROM news_noted_version;
SELECT FROM news_noted_indexes;
RESET ROLE;
DROP ROLE regress_newsext_reader;

-- a note is taken back with its transaction
UPDATE news_noted_version SET version = 'fifth';
BEGIN;
SELECT news_note_version();
ROLLBACK;
SELECT version FROM news_noted_version;
BEGIN READ ONLY;
SELECT news_note_version();
ROLLBACK;
SELECT current_user = session_user AS same_user;
SELECT news_note_version();

SET client_min_messages = warning;
DROP SCHEMA stale CASCADE;
