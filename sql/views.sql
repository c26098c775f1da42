-- Views over a table of articles.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE SCHEMA "News Room";
CREATE TABLE "News Room"."My Articles" ("Article No" int PRIMARY KEY, "Full Text" text);
INSERT INTO "News Room"."My Articles" VALUES
	(1, E'LONDON — “The bridge is open,” Mayor Ana Ruiz said on Monday.\n\n“It is safe,” she added.'),
	(2, E'“I doubt it,” John Barrow said. “I really do.”'),
	(3, 'Rain fell.'),
	(4, NULL);
SELECT * FROM news_create_views('"News Room"."My Articles"', 'Article No', 'Full Text');
SELECT * FROM news_create_views('"News Room"."My Articles"', 'Article No', 'Full Text', 'press');
SELECT "Article No", dateline_place, paragraphs FROM "News Room"."My Articles_article" ORDER BY 1;
SELECT "Article No", paragraph_no, kind, span FROM "News Room".press_paragraphs ORDER BY 1, 2;
SELECT "Article No", quote_no, speaker, cue, text FROM "News Room".press_quotes ORDER BY 1, 2;
SELECT "Article No", kind, name FROM "News Room".press_mentions WHERE kind = 'person' ORDER BY 1, mention_no;
SELECT "Article No", kind, name, mentions FROM "News Room".press_entities WHERE kind = 'person' ORDER BY 1, entity_no;
SELECT * FROM "News Room".press_speakers ORDER BY 1, first_quote;

-- columns: the key first, then those of the row type
SELECT c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = '"News Room"'::regnamespace AND c.relname LIKE 'press%' AND a.attnum > 0
GROUP BY c.relname ORDER BY c.relname;

-- they do not depend on search_path
SET search_path = pg_catalog;
SELECT count(*) FROM "News Room".press_quotes;
SELECT * FROM public.news_drop_views('"News Room"."My Articles"');
RESET search_path;

-- a part of them gone already
DROP VIEW "News Room".press_mentions, "News Room".press_article;
SELECT * FROM news_drop_views('"News Room"."My Articles"', 'press');
DROP TABLE "News Room"."My Articles";
DROP SCHEMA "News Room";

-- over partitioned tables, views, materialised views, temporary tables, domains
CREATE DOMAIN views_story AS text;
CREATE TABLE views_parted (id int, body views_story) PARTITION BY RANGE (id);
CREATE TABLE views_parted_1 PARTITION OF views_parted FOR VALUES FROM (1) TO (10);
INSERT INTO views_parted VALUES (1, '“It rained,” Ana Ruiz said.');
SELECT count(*) FROM news_create_views('views_parted', 'id', 'body');
SELECT id, speaker FROM views_parted_quotes;
CREATE VIEW views_view AS SELECT id, news_parse(body) AS doc FROM views_parted;
SELECT count(*) FROM news_create_views('views_view', 'id', 'doc');
SELECT id, speaker FROM views_view_quotes;
CREATE MATERIALIZED VIEW views_mat AS SELECT * FROM views_view;
SELECT count(*) FROM news_create_views('views_mat', 'id', 'doc');
SELECT id, speaker FROM views_mat_quotes;
CREATE TEMP TABLE views_temp AS SELECT * FROM views_view;
SELECT * FROM news_create_views('views_temp', 'id', 'doc');
SELECT id, speaker FROM views_temp_quotes;
SELECT count(*) FROM news_drop_views('views_temp');
SELECT count(*) FROM news_drop_views('views_mat');
SELECT count(*) FROM news_drop_views('views_view');
SELECT count(*) FROM news_drop_views('views_parted');
DROP MATERIALIZED VIEW views_mat;
DROP VIEW views_view;
DROP TABLE views_parted;
DROP DOMAIN views_story;
