-- A trusted extension, and whose rights views use.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- anyone who may create in a database may install it, in any schema
SELECT current_database() AS first_database \gset
CREATE ROLE regress_news_editor;
CREATE ROLE regress_news_reader;
CREATE DATABASE regress_news;
\c regress_news
REVOKE CREATE ON DATABASE regress_news FROM PUBLIC;
SET ROLE regress_news_editor;
CREATE EXTENSION newsext;
RESET ROLE;
GRANT CREATE ON DATABASE regress_news TO regress_news_editor;
SET ROLE regress_news_editor;
CREATE SCHEMA desk;
CREATE EXTENSION newsext SCHEMA desk;
SELECT extowner::regrole, extnamespace::regnamespace FROM pg_extension WHERE extname = 'newsext';

-- everything works under any search_path
SET search_path = pg_catalog;
CREATE TABLE desk.articles (id int PRIMARY KEY, body text, doc desk.newsdoc GENERATED ALWAYS AS (desk.news_parse(body)) STORED);
INSERT INTO desk.articles VALUES (1, '“It’s done,” Mayor Ana Ruiz said.');
SELECT desk.news_create_views('desk.articles', 'id', 'doc');
SELECT id, speaker, kind, attribution FROM desk.articles_quotes;
SELECT (desk.news_article(doc)).words FROM desk.articles;
SELECT id, kind FROM desk.articles_paragraphs;
SELECT desk.news_same_name('Ana Ruiz', 'Ana Ruiz');

-- the owner of the extension notes versions, and writes nothing else there
SELECT desk.news_note_version();
SELECT count(*) FROM desk.news_stale_indexes;
UPDATE desk.news_noted_version SET version = 'mine';
CREATE TRIGGER mine AFTER UPDATE ON desk.news_noted_version EXECUTE FUNCTION tsvector_update_trigger();

-- the views work with their owner's rights
GRANT USAGE ON SCHEMA desk TO regress_news_reader;
GRANT SELECT ON desk.articles_quotes TO regress_news_reader;
RESET ROLE;
SET ROLE regress_news_reader;
SELECT id, speaker FROM desk.articles_quotes;
SELECT id FROM desk.articles;
SELECT id FROM desk.articles_mentions;
-- and nobody makes or drops them where he must not
SELECT desk.news_create_views('desk.articles', 'id', 'doc', 'mine');
SELECT desk.news_drop_views('desk.articles');
RESET ROLE;
RESET search_path;

-- a look-alike in the way stops the installation
SET client_min_messages = warning;
DROP EXTENSION newsext CASCADE;
RESET client_min_messages;
CREATE SCHEMA trap;
CREATE FUNCTION trap.news_name_key(text) RETURNS text LANGUAGE sql AS $$ SELECT 'trapped' $$;
\set SHOW_CONTEXT never
CREATE EXTENSION newsext SCHEMA trap;
DROP FUNCTION trap.news_name_key(text);
CREATE FUNCTION trap.news_note_version() RETURNS void LANGUAGE sql AS $$ SELECT NULL $$;
CREATE EXTENSION newsext SCHEMA trap;
DROP FUNCTION trap.news_note_version();
CREATE TABLE trap.news_noted_version (version text);
CREATE EXTENSION newsext SCHEMA trap;
-- and so it stops an update
CREATE EXTENSION newsext SCHEMA desk VERSION '0.1.0';
CREATE FUNCTION desk.news_note_version() RETURNS void LANGUAGE sql AS $$ SELECT NULL $$;
ALTER EXTENSION newsext UPDATE;
DROP FUNCTION desk.news_note_version();
ALTER EXTENSION newsext UPDATE;
ALTER EXTENSION newsext SET SCHEMA trap;

\c :first_database
DROP DATABASE regress_news;
DROP ROLE regress_news_editor;
DROP ROLE regress_news_reader;
