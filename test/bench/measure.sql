-- Measures line after line of the table that test/bench/bench prints; psql's
-- variable runs says how often.

SELECT set_config('bench.runs', :'runs', false) \g /dev/null
SET client_min_messages = warning;

-- GIN's twins are built with the same memory, by one process
SET maintenance_work_mem = '256MB';
SET max_parallel_maintenance_workers = 0;

INSERT INTO some_articles
SELECT body, doc, (SELECT jsonb_agg(to_jsonb(q)) FROM news_quotes(doc) q)
FROM (SELECT * FROM articles ORDER BY id
      LIMIT greatest((SELECT count(*) / 10 FROM articles), 10000)) a;
VACUUM ANALYZE some_articles;
VACUUM ANALYZE articles;

\warn 'bench: reading'
-- Reading
CALL run_twins('parse', 'SELECT count(news_parse(body)) FROM some_articles',
	'SELECT count(to_tsvector(''english'', body)) FROM some_articles', :runs);
CALL timed_result('parse', 'news_parse(body)', 'to_tsvector(''english'', body)', 1);

\warn 'bench: rows'
-- Rows: every column of every quotation is looked at
SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum) AS columns,
       string_agg(format('q.%I', attname), ', ' ORDER BY attnum) AS names
FROM pg_attribute WHERE attrelid = 'news_quote'::regclass AND attnum > 0 AND NOT attisdropped \gset
CALL run_twins('rows', format('SELECT sum(num_nonnulls(%s)) FROM some_articles, news_quotes(doc) q', :'names'),
	format('SELECT sum(num_nonnulls(%s)) FROM some_articles, jsonb_to_recordset(quotes) AS q(%s)',
		:'names', :'columns'), :runs);
CALL timed_result('rows', 'news_quotes(doc)', 'jsonb_to_recordset(the same rows)', 1.0 / 3);

-- Size, as stored and compressed.  A newsdoc has the article's text in it; what
-- it adds to the text alone, stored the same way, is what was found.
INSERT INTO result (what, against, ours, theirs, ratio, reach)
SELECT 'stored newsdoc, its text left out', 'stored tsvector', (doc / n)::int || ' bytes',
       (ts / n)::int || ' bytes', doc / ts, 0.7
FROM (SELECT count(*) AS n, sum(pg_column_size(doc) - pg_column_size(body))::numeric AS doc,
             sum(pg_column_size(ts))::numeric AS ts FROM articles) size;

\warn 'bench: building indexes'
-- Building an index
CALL run_twins('build', 'CREATE INDEX articles_doc ON articles USING gin (doc)',
	'CREATE INDEX articles_ts ON articles USING gin (ts)', least(:runs, 3),
	'DROP INDEX IF EXISTS articles_doc', 'DROP INDEX IF EXISTS articles_ts');
CALL timed_result('build', 'GIN index on newsdoc', 'GIN index on tsvector', 1);

\warn 'bench: searching'
-- Searching: words that are said, persons who speak, others who are named, of
-- differing frequency; that of a word is that of its stem
CREATE TEMP TABLE said AS
SELECT a.ctid AS article, q.speaker, q.text FROM some_articles a, news_quotes(doc) q;
INSERT INTO frequency
SELECT 'word', form.word, stem.ndoc
FROM ts_stat('SELECT to_tsvector(''simple'', string_agg(text, '' '')) FROM said GROUP BY article') form
     JOIN ts_stat('SELECT to_tsvector(''english'', string_agg(text, '' '')) FROM said GROUP BY article') stem
       ON stem.word = (ts_lexize('english_stem', form.word))[1]
WHERE form.word ~ '^[a-z]{4,12}$';
INSERT INTO frequency
SELECT kind, name, count(*)
FROM some_articles,
     LATERAL (SELECT 'speaker' AS kind, name
              FROM unnest(news_speakers(doc)) name WHERE name = ANY (news_people(doc))
              UNION ALL SELECT 'person', unnest(news_people(doc))
              UNION ALL SELECT 'org', unnest(news_orgs(doc))
              UNION ALL SELECT 'place', unnest(news_places(doc))) names
WHERE name ~ '^[[:alpha:]]+( [[:alpha:]]+)*$' AND (kind <> 'speaker' OR name ~ ' ')
GROUP BY kind, name;
ANALYZE frequency;

-- Two words that often stand together, and a word that one speaker has said
SELECT nearest('speaker', 5) AS voice \gset
INSERT INTO frequency
SELECT 'phrase', pair[1] || ' ' || pair[2], count(DISTINCT article)
FROM said, regexp_matches(text, '\m([a-z]{4,12}) ([a-z]{4,12})\M', 'g') pair
     JOIN frequency f ON f.kind = 'word' AND f.name = pair[1]
     JOIN frequency g ON g.kind = 'word' AND g.name = pair[2]
GROUP BY pair ORDER BY count(*) DESC, pair LIMIT 1;
INSERT INTO frequency
SELECT 'saying', f.name, count(DISTINCT article)
FROM said, regexp_matches(text, '[a-z]+', 'g') word, frequency f
WHERE speaker = :'voice' AND f.kind = 'word' AND f.name = word[1]
GROUP BY f.name ORDER BY count(*) DESC, f.name LIMIT 1;

DO $$
DECLARE
	runs int := current_setting('bench.runs');
	pair record;
	ours text;
	theirs text;
BEGIN
	FOR pair IN
		SELECT format('speaker:"%s" & %s', speaker, word) AS query, word
		FROM (SELECT DISTINCT nearest('word', n) AS word FROM unnest('{100,10,1}'::numeric[]) n) w,
		     (SELECT DISTINCT nearest('speaker', n) AS speaker FROM unnest('{5,1,0.2}'::numeric[]) n) s
		ORDER BY query
	LOOP
		ours := format('doc @@ %L', pair.query);
		theirs := format('ts @@ to_tsquery(''english'', %L)', pair.word);
		CALL run_twins(pair.query, search_for(ours), search_for(theirs), runs, times => 5);
		INSERT INTO search VALUES (pair.query, found(ours), scan_of(ours),
			pair.word, found(theirs), scan_of(theirs));
	END LOOP;
END $$;
INSERT INTO result (what, against, ours, theirs, ratio, reach)
SELECT format('doc @@ ''speaker:X & word'', mean of %s', count(*)), 'ts @@ ''word''',
       duration(avg(ours)), duration(avg(theirs)), avg(ours) / avg(theirs), 1.5
FROM search, LATERAL (SELECT median_ms(query, true) AS ours, median_ms(query, false) AS theirs) ms;

\warn 'bench: two processes'
-- Two processes, one of them the leader, beside one, however few articles
SET parallel_setup_cost = 0;
\set statement 'SELECT count(*) FROM some_articles, news_quotes(body)'
CALL run_twins('parallel', :'statement', :'statement', :runs,
	'SET max_parallel_workers_per_gather = 1', 'SET max_parallel_workers_per_gather = 0');
SET max_parallel_workers_per_gather = 1;
INSERT INTO result (what, against, ours, theirs, ratio, reach, at_least)
SELECT CASE WHEN plan_of(:'statement')::text LIKE '%"Workers Planned": 1%'
            THEN 'news_quotes(body), two processes' ELSE 'news_quotes(body), NOT IN PARALLEL' END,
       'one process, times as fast', duration(two), duration(one), one / two, 1.7, true
FROM (SELECT median_ms('parallel', true) AS two, median_ms('parallel', false) AS one) ms;
SET max_parallel_workers_per_gather = 0;

\warn 'bench: the planner'
-- What the planner expects: names and words of differing frequency, alone and
-- joined in all ways
INSERT INTO estimate
SELECT query, estimated, actual,
       greatest(estimated, actual, 1) / greatest(least(estimated, actual), 1)
FROM (SELECT nearest('word', 100) AS common, nearest('word', 10) AS word, nearest('word', 1) AS rare,
             nearest('word', 0.1) AS rarest,
             nearest('speaker', 5) AS voice, nearest('speaker', 1) AS speaker,
             nearest('speaker', 0.1) AS unheard, nearest('person', 10) AS person, nearest('phrase', 1) AS phrase, nearest('saying', 1) AS saying,
             nearest('org', 10) AS org, nearest('place', 10) AS place) n,
     unnest(ARRAY[
         common, word, rare, rarest,
         left(common, 3) || '*', left(word, 4) || '*', left(rare, 5) || '*',
         format('"%s"', phrase),
         format('speaker:"%s"', voice), format('speaker:"%s"', speaker), format('speaker:"%s"', unheard),
         format('speaker:%s', split_part(voice, ' ', 2)),
         'cue:said', 'cue:warned', 'kind:direct', 'kind:mixed',
         format('person:"%s"', person), format('org:"%s"', org), format('place:"%s"', place),
         format('%s & %s', common, word), format('%s & %s', word, rare),
         format('%s | %s', common, word), format('%s | %s', word, rare),
         format('!%s', common), format('%s & !%s', common, word), format('!(%s | kind:direct)', word),
         format('speaker:"%s" & %s', voice, common), format('speaker:"%s" & !%s', voice, common),
         format('place:"%s" & %s', place, common),
         format('quote(speaker:"%s" & %s)', voice, saying),
         format('quote(cue:said & %s)', common),
         format('quote(kind:direct & (%s | %s))', common, word),
         format('quote(cue:warned & kind:mixed) | speaker:"%s"', speaker)]) query,
     LATERAL (SELECT (plan_of('SELECT FROM articles WHERE ' || condition) ->> 'Plan Rows')::float8 AS estimated,
                     found(condition)::float8 AS actual
              FROM format('doc @@ %L', query) condition) rows_of;
INSERT INTO result (what, against, ours, theirs, ratio, reach)
SELECT format('planner''s rows, worst of %s', (SELECT count(*) FROM estimate)), 'rows found',
       estimated::text, actual::text, factor, 10
FROM estimate ORDER BY factor DESC, query LIMIT 1;
