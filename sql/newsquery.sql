-- The type newsquery: what can be written, how it is printed, what is wrong.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
\set SHOW_CONTEXT never

-- & binds tighter than |, ! tighter than both; a chain is one flat list
SELECT written, written::newsquery AS printed FROM (VALUES
	('rain'),
	('  rain  '),
	(E'rain\t&\nsnow'),
	('a & b & c'),
	('a&b|!c'),
	('a | b | c'),
	('a & b | c'),
	('a | b & c'),
	('(a | b) & c'),
	('a & (b & (c & d))'),
	('((a | b) | (c | d))'),
	('(a & b) | (c & d)'),
	('!a'),
	('! ! ( ! a )'),
	('!a & !b'),
	('!(a & b)'),
	('!(a | b) & c'),
	('!(!a & b)'),
	('(((a)))'),
	('!"a b"'),
	('!speaker:a'),
	('quote(a)'),
	('quote ( a )'),
	('QUOTE(a & b)'),
	('quote(a | b) & quote(c & d)'),
	('!quote(!a & (b | c))'),
	('quote((a | b))'),
	('quote((a | b) & c) | d'),
	('quote & quoted'),
	('quote & (a | b)')) v(written);

-- terms
SELECT written, written::newsquery AS printed FROM (VALUES
	('Rain'),
	('"heavy rain"'),
	('"  heavy   rain "'),
	('"say \"no\" \\ never"'),
	('"back\slash"'),
	('"(a & b) | !c"'),
	('wit*'),
	('"steve wit"*'),
	('x**'),
	('*x'),
	('a*b'),
	('-3.5'),
	('don''t'),
	('e-mail'),
	('"http://example.com/a?b=c"'),
	('example.com/a?b=c'),
	('3:15'),
	(':a'),
	('a\b'),
	('speaker:ruiz'),
	('SPEAKER:Ruiz & Cue:Said & kIND:DIRECT & Person:a & ORG:b & place:c'),
	('speaker:"Ana Ruiz"'),
	('speaker:"Ana Ru"*'),
	('speaker:ru*'),
	('speaker:a:b'),
	('kind:mixed | kind:indirect | kind:"direct"'),
	('"foo: bar"'),
	('"rain" & rain')) v(written);

-- errors say what and where
SELECT 'rain snow'::newsquery;
CREATE FUNCTION pg_temp.complaint(written text, OUT query newsquery, OUT detail text, OUT hint text)
LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
BEGIN
	query := written::newsquery;
EXCEPTION WHEN syntax_error THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	IF message <> 'syntax error in newsquery: "' || written || '"' THEN
		RAISE '%', message;
	END IF;
END $$;
SELECT written, c.* FROM (VALUES
	('a &'),
	('a | '),
	('& a'),
	('a & & b'),
	('a || b'),
	('!'),
	('a & !'),
	('a b'),
	('a "b c"'),
	('"a" b'),
	('a !b'),
	('"a" * & b'),
	('a (b)'),
	('()'),
	('('),
	(')'),
	('a)'),
	('(a'),
	('a & (b | (c)'),
	('(a b)'),
	('!(a'),
	('quote()'),
	('quote(a'),
	('quote(a))'),
	('a & quote(b & quote(c))'),
	('quote(quote(a))'),
	('"a'),
	('a & "b\"'),
	('""'),
	('a & "!?"'),
	('-- & a'),
	('*'),
	('$'),
	('foo:bar'),
	('a & foo:"bar baz"'),
	('foo:'),
	('quote:(a)'),
	('https:'),
	('speaker:'),
	('speaker: a'),
	('speaker:(a | b)'),
	('speaker:&a'),
	('(speaker:)'),
	('speaker:""'),
	('speaker:"a'),
	('speaker:!a'),
	('speaker:*'),
	('kind:'),
	('kind:spoken'),
	('kind:direct*'),
	('kind:"direct speech"'),
	('a & kind:d')) v(written), pg_temp.complaint(written) c;

-- the empty query, and queries joined
SELECT ''::newsquery AS empty, E' \t\n'::newsquery AS blank, ''::newsquery = '  ' AS equal;
CREATE TEMP TABLE queries (n serial, query newsquery);
INSERT INTO queries (query) VALUES
	(''), ('a'), ('"a"'), ('a*'), ('"a"*'), ('"\"\\ a"'), ('speaker:a'), ('person:a'), ('a & b'), ('a | b'),
	('!a'), ('!(a | b & !c)'), ('quote(a & !(b | c)) & d'), ('quote(a)'), ('"a\\" | "\\a"');
SELECT a.query AS a, b.query AS b, a.query && b.query AS "a && b", a.query || b.query AS "a || b"
FROM queries a, queries b
WHERE (a.n, b.n) IN ((1, 1), (1, 9), (10, 1), (2, 3), (9, 10), (10, 9), (9, 9), (10, 10), (11, 12), (13, 14), (13, 10));
SELECT query, !! query AS negated FROM queries ORDER BY n;

-- what is printed is read as the same query, whatever was joined
WITH joined AS (
	SELECT a.query && b.query AS query FROM queries a, queries b
	UNION ALL SELECT a.query || !! b.query FROM queries a, queries b
	UNION ALL SELECT !! (a.query || b.query) && a.query FROM queries a, queries b)
SELECT count(*) > 600 AS many, count(*) FILTER (WHERE query::text::newsquery <> query) AS others,
	count(*) FILTER (WHERE query::text::newsquery::text <> query::text) AS printed_otherwise
FROM joined;

-- equal are the same terms, as they are written, joined in the same way
SELECT a, b, a::newsquery = b::newsquery AS eq, a::newsquery <> b::newsquery AS ne FROM (VALUES
	('a & b', '(a)&(b)'), ('a & b & c', 'a & (b & c)'), ('a & b', 'b & a'), ('a', '"a"'), ('a', 'A'),
	('a', 'a*'), ('speaker:a', 'SPEAKER:a'), ('speaker:a', 'person:a'), ('a | b', 'a & b'), ('quote(a)', 'a'),
	('!!a', 'a')) v(a, b);
SELECT newsquery_hash('a & b') = newsquery_hash('(a)&b') AS same_hash, newsquery_hash('a') = newsquery_hash('b') AS other_hash;
SET enable_sort = off;
EXPLAIN (COSTS OFF) SELECT DISTINCT query FROM queries;
SELECT count(*), count(DISTINCT q::text) FROM (SELECT DISTINCT query q FROM queries, generate_series(1, 3)) d;
RESET enable_sort;
-- there is no order
SELECT query FROM queries ORDER BY query;

-- casts and NULL
SELECT newsquery('a & b'), 'a & b'::text::newsquery, newsquery(NULL), news_to_query(NULL), NULL::newsquery && 'a' AS "and", !! NULL::newsquery AS "not";
CREATE TEMP TABLE kept (query newsquery);
INSERT INTO kept SELECT 'x | y'::text;
INSERT INTO kept SELECT 'x |'::text;
SELECT * FROM kept;

-- stored out of line and packed short
CREATE TEMP TABLE long_queries AS
SELECT string_agg('w' || md5(n::text), ' | ')::newsquery AS query FROM generate_series(1, 5000) n;
INSERT INTO long_queries VALUES ('b');
SELECT pg_column_size(query) > 2000 AS long, query = query::text::newsquery AS same,
	length((query && 'a')::text) - length(query::text) AS added FROM long_queries;

-- what people type never fails
SELECT typed, news_to_query(typed) AS query FROM (VALUES
	('rain snow'),
	('rain or snow'),
	('rain OR snow sleet or hail'),
	('or'),
	('or rain'),
	('rain or'),
	('rain or or snow'),
	('rain "or" snow'),
	('-rain'),
	('rain -snow'),
	('rain - snow'),
	('rain -"heavy snow"'),
	('--rain'),
	('-or'),
	('rain or -snow'),
	('"heavy rain" snow'),
	('"heavy rain'),
	('"'),
	('""'),
	('" " rain'),
	('"say \"no\""'),
	('it''s e-mail'),
	('wit*'),
	('*'),
	('rain & snow | !hail'),
	('(rain) ((snow'),
	('!'),
	(''),
	('   '),
	('quote(rain)'),
	('speaker:ruiz rain'),
	('speaker:"Ana Ruiz" rain'),
	('Speaker:ru*'),
	('-speaker:ruiz'),
	('speaker:'),
	('speaker: ruiz'),
	('speaker:"ruiz'),
	('speaker:(a b)'),
	('kind:direct rain'),
	('kind:wrong'),
	('kind:direct*'),
	('kind:'),
	('foo:bar'),
	('foo:"bar baz"'),
	('foo:'),
	('rain foo:'),
	('https://example.com/a:b'),
	('3:15 pm'),
	('re: your mail'),
	('a\b \"'),
	('; DROP TABLE articles; --')) v(typed);
-- whatever it is, it can be printed, read back and joined
SELECT count(*), count(*) FILTER (WHERE query::text::newsquery <> query OR (query && 'x')::text::newsquery <> (query && 'x')) AS wrong
FROM generate_series(1, 3000) n,
	LATERAL (SELECT news_to_query(string_agg((ARRAY['a', 'b:', 'speaker:', 'kind:', 'direct', 'or', '"', '\', ' ', ' ', '-', '*', '(', ')', '!', '&', '|', 'quote', ':', '1'])
		[1 + abs(hashint4(n * 64 + i)) % 20], '' ORDER BY i)) AS query FROM generate_series(1, 3 + n % 30) i) q;
-- so does what is written, or it is refused
SELECT count(*) FILTER (WHERE query IS NULL) > 1000 AS refused, count(query) > 100 AS read,
	count(*) FILTER (WHERE query::text::newsquery <> query OR (query && 'x')::text::newsquery <> (query && 'x')) AS wrong
FROM generate_series(1, 5000) n,
	LATERAL (SELECT string_agg((ARRAY['a', 'b', 'speaker:', 'a:', 'c*', '"', '\', ' ', '*', '(', ')', '!', '&', '|', 'quote(', '1'])
		[1 + abs(hashint4(n * 64 + i)) % 16], '' ORDER BY i) AS written FROM generate_series(1, 1 + n % 8) i) w,
	pg_temp.complaint(written);

-- binary form: a version, then the text
SELECT newsquery_send('a & "b"');
SELECT newsquery_send('');
SELECT current_setting('data_directory') || '/newsquery.bin' AS file \gset
COPY queries (query) TO :'file' WITH (FORMAT binary);
CREATE TEMP TABLE received (n serial, query newsquery);
COPY received (query) FROM :'file' WITH (FORMAT binary);
SELECT count(*), count(*) FILTER (WHERE r.query <> q.query) AS others FROM received r JOIN queries q USING (n);
-- the same file with another version, other bytes, another length
CREATE FUNCTION pg_temp.receive(value bytea) RETURNS newsquery LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/newsquery.bin';
	received newsquery;
BEGIN
	CREATE TEMP TABLE one (value bytea) ON COMMIT DROP;
	INSERT INTO one VALUES (value);
	EXECUTE format('COPY one TO %L WITH (FORMAT binary)', file);
	DROP TABLE one;
	CREATE TEMP TABLE one (query newsquery) ON COMMIT DROP;
	EXECUTE format('COPY one FROM %L WITH (FORMAT binary)', file);
	SELECT query INTO received FROM one;
	DROP TABLE one;
	RETURN received;
END $$;
SELECT pg_temp.receive(newsquery_send('quote(a) | b'));
SELECT pg_temp.receive('\x01');
SELECT pg_temp.receive('\x0161');
SELECT pg_temp.receive('\x0261');
SELECT pg_temp.receive('\x0061');
SELECT pg_temp.receive('');
SELECT pg_temp.receive('\x016120');
SELECT pg_temp.receive('\x016126');

-- values damaged on disk: one clear error or an answer, never a crash; only a
-- superuser can make such casts, and only here
BEGIN;
CREATE CAST (newsquery AS bytea) WITHOUT FUNCTION;
CREATE CAST (bytea AS newsquery) WITHOUT FUNCTION;
CREATE TEMP TABLE sound AS SELECT 'quote(speaker:"ana ruiz" & !(rain* | "heavy snow")) & kind:direct | person:x & cue:said'::newsquery::bytea AS bytes;
CREATE TEMP TABLE article AS SELECT news_parse('"It rained," Mayor Ana Ruiz said. "It did." She said that it had been heavy snow.') AS doc;
SELECT get_byte(bytes, 0) AS version FROM sound;
SAVEPOINT s;
SELECT set_byte(bytes, 0, 2)::newsquery FROM sound;
ROLLBACK TO s;
SELECT substr(bytes, 1, 7)::newsquery FROM sound;
ROLLBACK TO s;
SELECT substr(bytes, 1, 100)::newsquery FROM sound;
ROLLBACK TO s;
SELECT ''::bytea::newsquery;
ROLLBACK TO s;
CREATE FUNCTION pg_temp.outcome(damaged bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	query newsquery := damaged::newsquery;
BEGIN
	PERFORM query::text, newsquery_send(query), newsquery_hash(query), query = query;
	PERFORM query && 'a', 'a' || query, !! query;
	PERFORM doc @@ query, news_rank(doc, query), news_headline(doc, query) FROM article;
	RETURN 'answer';
EXCEPTION WHEN data_corrupted OR feature_not_supported OR character_not_in_repertoire OR untranslatable_character THEN
	RETURN 'refused';
END $$;
SELECT pg_temp.outcome(bytes) FROM sound;
-- each byte of it changed in several ways, each shorter value, one byte more
SELECT outcome, count(*) > 100 AS often FROM sound, generate_series(0, length(bytes) - 1) at,
	(VALUES (0), (1), (2), (4), (127), (128), (255)) v(byte),
	pg_temp.outcome(set_byte(bytes, at, byte)) outcome GROUP BY outcome ORDER BY outcome;
SELECT outcome, count(*) > 50 AS often FROM sound, generate_series(0, length(bytes) - 1) len,
	pg_temp.outcome(substr(bytes, 1, len)) outcome GROUP BY outcome ORDER BY outcome;
SELECT pg_temp.outcome(bytes || '\x00') FROM sound;
ROLLBACK;

-- deep and wide: read, or refused because the stack is limited
CREATE FUNCTION pg_temp.deep(written text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN length(written::newsquery::text);
EXCEPTION WHEN statement_too_complex THEN
	RETURN SQLERRM;
END $$;
SET max_stack_depth = '100kB';
SELECT pg_temp.deep(repeat('(', 10000) || 'a' || repeat(')', 10000)) AS parentheses,
	pg_temp.deep(repeat('!', 10000) || 'a') AS negations,
	pg_temp.deep(repeat('(a & (b | ', 10000) || 'a' || repeat('))', 10000)) AS nested,
	pg_temp.deep(repeat('!', 100) || 'a') AS shallow;
-- written where the stack was deeper
RESET max_stack_depth;
CREATE TEMP TABLE deep AS SELECT (repeat('!', 3000) || 'a')::newsquery AS query, news_parse('"It rained," Ana Ruiz said.') AS doc;
SELECT doc @@ query AS matches FROM deep;
SET max_stack_depth = '100kB';
SELECT !! query IS NOT NULL FROM deep;
SELECT doc @@ query FROM deep;
SELECT news_rank(doc, query) FROM deep;
SELECT news_headline(doc, query) FROM deep;
RESET max_stack_depth;
CREATE TEMP TABLE wide AS SELECT string_agg('w' || n, ' | ')::newsquery AS query FROM generate_series(1, 100000) n;
SELECT length(query::text), news_parse('"It was w99999 and w7," Ana Ruiz said.') @@ query AS found,
	news_parse('"It was w0," Ana Ruiz said.') @@ query AS not_found FROM wide;

-- a term has at most so many bytes; what is typed is never too long
SELECT length(newsquery(repeat('x', 2046))::text);
SELECT newsquery('a & "' || repeat('x ', 1024) || '"');
SELECT news_to_query('a ' || repeat('x', 3000) || ' b');
