-- What the extension is made of.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

-- enums, in their order
SELECT t.typname, string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder) AS labels
FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
WHERE t.typname LIKE 'news%' GROUP BY t.typname ORDER BY t.typname;

-- composite types, in column order
SELECT c.relname, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'c' AND c.relname LIKE 'news%' AND a.attnum > 0
GROUP BY c.relname ORDER BY c.relname;

-- every function of the surface, and what it promises
SELECT p.proname, pg_get_function_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result,
       p.provolatile AS volatile, p.proparallel AS parallel, p.proisstrict AS strict
FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
     JOIN pg_extension x ON x.oid = d.refobjid AND x.extname = 'newsext'
WHERE d.classid = 'pg_proc'::regclass
ORDER BY p.proname COLLATE "C", pg_get_function_arguments(p.oid) COLLATE "C";

-- nothing without a comment
SELECT pg_describe_object(d.classid, d.objid, 0)
FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid AND x.extname = 'newsext'
WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
  AND coalesce(obj_description(d.objid, d.classid::regclass::text), '') = ''
  AND NOT (d.classid = 'pg_type'::regclass AND EXISTS (
       SELECT FROM pg_type t WHERE t.oid = d.objid
       AND (t.typelem <> 0 OR obj_description(t.typrelid, 'pg_class') <> '')))
ORDER BY 1;

-- the library and the script are of one release
SELECT news_version() LIKE extversion || ' data ________ unicode %' AS same_release
FROM pg_extension WHERE extname = 'newsext';

-- each function exists once for text and once for newsdoc, and a plain
-- literal is taken for text
SELECT pg_typeof(news_parse('Rain fell.')), pg_typeof(news_article('Rain fell.')),
       pg_typeof(news_speakers('Rain fell.')), pg_typeof(news_people('Rain fell.')),
       pg_typeof(news_orgs('Rain fell.')), pg_typeof(news_places('Rain fell.'));
SELECT count(*) FROM news_paragraphs('Rain fell.');
SELECT count(*) FROM news_paragraphs('Rain fell.'::varchar);
SELECT count(*) FROM news_paragraphs('Rain fell.'::newsdoc);
SELECT (news_sentences('Rain fell. Wind rose.')).text;

-- strict
SELECT news_parse(NULL) IS NULL AS parse, news_article(NULL::text) IS NULL AS article,
       news_article(NULL::newsdoc) IS NULL AS article_doc, news_speakers(NULL::text) IS NULL AS speakers;
SELECT count(*) FROM news_quotes(NULL::text);
SELECT count(*) FROM news_mentions(NULL::newsdoc);

-- nothing there to be found
SELECT * FROM news_article('');
SELECT news_speakers(''), news_people(''), news_orgs(''), news_places('');
SELECT (SELECT count(*) FROM news_paragraphs('')) AS paragraphs, (SELECT count(*) FROM news_sentences('')) AS sentences,
       (SELECT count(*) FROM news_quotes('')) AS quotes, (SELECT count(*) FROM news_mentions('')) AS mentions,
       (SELECT count(*) FROM news_entities('')) AS entities;
