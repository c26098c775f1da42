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

-- the library changes again, and back
SELECT news_note_version();
UPDATE news_noted_version SET version = 'second';
TABLE stale.list;
SELECT news_note_version();
TABLE stale.list;
VACUUM FULL stale.articles;
TABLE stale.list;

-- what is noted is forgotten when the index goes
CREATE INDEX gone ON stale.articles USING gin (doc);
UPDATE news_noted_version SET version = 'third';
SELECT news_note_version();
SELECT index FROM stale.list WHERE index = 'stale.gone'::regclass;
DROP INDEX stale.gone;
SELECT news_note_version();
SELECT count(*) FROM news_noted_indexes WHERE built_under = 'third'
	AND NOT EXISTS (SELECT FROM pg_class WHERE oid = index);

-- everybody may see the list, and who owns the extension may note
CREATE ROLE regress_newsext_reader;
SET ROLE regress_newsext_reader;
SELECT count(*) > 0 AS seen FROM news_stale_indexes;
SELECT news_note_version();
UPDATE news_noted_version SET version = 'mine';
RESET ROLE;
DROP ROLE regress_newsext_reader;

DROP SCHEMA stale CASCADE;
DROP TABLE temporary;
SELECT news_note_version();
SELECT version = news_version() AS noted FROM news_noted_version;
SELECT count(*) FROM news_stale_indexes;
