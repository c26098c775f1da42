-- The type newsdoc: in and out, casts, operators, indexes.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- text in and out, unchanged
SELECT E'  “It’s done,” Mayor Ana Ruiz said.\r\n\n\tRain fell.  '::newsdoc;
SELECT news_parse(b)::text = b AS unchanged
FROM (VALUES (''), (' '), (E'\n\n'), (E'a\r\nb\rc'), ('Rain fell.'), (E'\u00a0\u200b\ufeff'),
             (repeat('“It rained,” Ana Ruiz said. ', 300))) v(b);

-- functions see the same through either type
SELECT count(*) AS different FROM (
	(SELECT * FROM news_mentions('Ana Ruiz met John Barrow in Paris.'::text)
	 EXCEPT ALL SELECT * FROM news_mentions('Ana Ruiz met John Barrow in Paris.'::newsdoc))
	UNION ALL
	(SELECT * FROM news_mentions('Ana Ruiz met John Barrow in Paris.'::newsdoc)
	 EXCEPT ALL SELECT * FROM news_mentions('Ana Ruiz met John Barrow in Paris.'::text))) d;

-- casts
SELECT castsource::regtype, casttarget::regtype, castcontext FROM pg_cast
WHERE castsource = 'newsdoc'::regtype OR casttarget = 'newsdoc'::regtype ORDER BY 1, 2;
CREATE TEMP TABLE docs (id int PRIMARY KEY, doc newsdoc);
INSERT INTO docs SELECT 1, 'Rain fell on Paris.';
INSERT INTO docs SELECT 2, 'Wind rose.'::text;
INSERT INTO docs SELECT 3, 'Snow came.'::varchar;
INSERT INTO docs VALUES (4, ''), (5, NULL), (6, 'Rain fell on Paris.');
SELECT id, doc FROM docs ORDER BY id;
SELECT id, length(doc), doc::text || '!' AS louder, doc LIKE 'Rain%' AS rain FROM docs WHERE id IN (1, 2) ORDER BY id;
SELECT id FROM docs WHERE doc = 'Wind rose.';
SELECT id FROM docs WHERE doc = 'Wind rose.'::text;

-- copy, as text and in binary
COPY docs TO STDOUT;
COPY docs FROM STDIN;
7	“It’s done,” Mayor Ana Ruiz said.
\.
SELECT speaker, text FROM docs, news_quotes(doc) WHERE id = 7;

-- send and receive: a version byte and the text
SELECT newsdoc_send('Wind rose.');
SELECT encode(substr(newsdoc_send('Wind rose.'), 2), 'escape');

-- order, equality and hash are those of the bytes
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt
FROM (VALUES ('a'::newsdoc, 'b'::newsdoc), ('a', 'a'), ('b', 'a'), ('', 'a'), ('Z', 'a'), ('a', 'aa')) v(a, b);
SELECT id, doc FROM docs ORDER BY doc NULLS FIRST, id;
SELECT doc, count(*) FROM docs GROUP BY doc ORDER BY doc;
SELECT count(DISTINCT doc) FROM docs;
SELECT newsdoc_hash('Wind rose.') = hashtext('Wind rose.' COLLATE "C") AS as_text,
       newsdoc_hash_extended('Wind rose.', 7) = hashtextextended('Wind rose.' COLLATE "C", 7) AS as_text_extended;

CREATE UNIQUE INDEX docs_doc ON docs (doc) WHERE id < 6;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM docs WHERE doc = 'Wind rose.' AND id < 6;
SELECT id FROM docs WHERE doc = 'Wind rose.' AND id < 6;
INSERT INTO docs VALUES (0, 'Wind rose.');
CREATE INDEX docs_hash ON docs USING hash (doc);
DROP INDEX docs_doc;
EXPLAIN (COSTS OFF) SELECT id FROM docs WHERE doc = 'Wind rose.';
SELECT id FROM docs WHERE doc = 'Wind rose.';
RESET enable_seqscan;
RESET enable_bitmapscan;
SET enable_hashjoin = on;
SET enable_mergejoin = off;
SET enable_nestloop = off;
SELECT a.id, b.id FROM docs a JOIN docs b ON a.doc = b.doc AND a.id < b.id ORDER BY 1, 2;
SET enable_hashjoin = off;
SET enable_mergejoin = on;
SELECT a.id, b.id FROM docs a JOIN docs b ON a.doc = b.doc AND a.id < b.id ORDER BY 1, 2;
RESET enable_hashjoin;
RESET enable_mergejoin;
RESET enable_nestloop;
SELECT amname, opcname, amvalidate(o.oid) AS valid FROM pg_opclass o JOIN pg_am a ON a.oid = o.opcmethod
WHERE opcintype = 'newsdoc'::regtype ORDER BY amname;

-- long values are compressed and moved out of line, and come back
CREATE TEMP TABLE long_docs (doc newsdoc);
INSERT INTO long_docs SELECT string_agg('“It rained on day ' || n || ',” Mayor Ana Ruiz said.', E'\n\n') FROM generate_series(1, 2000) n;
SELECT pg_column_size(doc) < octet_length(doc) AS compressed, count(q.*) AS quotes
FROM long_docs, news_quotes(doc) q GROUP BY 1;
SELECT (SELECT count(*) FROM (SELECT * FROM news_quotes(doc) EXCEPT ALL SELECT * FROM news_quotes(doc::text)) d) AS quotes,
       (SELECT count(*) FROM (SELECT * FROM news_mentions(doc) EXCEPT ALL SELECT * FROM news_mentions(doc::text)) d) AS mentions,
       (SELECT count(*) FROM (SELECT * FROM news_entities(doc) EXCEPT ALL SELECT * FROM news_entities(doc::text)) d) AS entities,
       (SELECT count(*) FROM (SELECT * FROM news_sentences(doc) EXCEPT ALL SELECT * FROM news_sentences(doc::text)) d) AS sentences,
       (SELECT count(*) FROM (SELECT * FROM news_paragraphs(doc) EXCEPT ALL SELECT * FROM news_paragraphs(doc::text)) d) AS paragraphs,
       news_article(doc) = news_article(doc::text) AS article, news_people(doc) = news_people(doc::text) AS people
FROM long_docs;
ALTER TABLE long_docs ALTER doc SET STORAGE external;
INSERT INTO long_docs SELECT doc::text FROM long_docs;
SELECT count(DISTINCT doc) AS texts, count(*) AS rows FROM long_docs;
SELECT array_length(news_speakers(doc), 1) FROM long_docs;
