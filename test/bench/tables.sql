-- What test/bench/bench measures, and where it keeps what it finds.
-- Nothing else runs while something is measured
ALTER SYSTEM SET autovacuum = off;
ALTER SYSTEM SET checkpoint_timeout = '1h';
ALTER SYSTEM SET max_wal_size = '16GB';
SELECT pg_reload_conf() \g /dev/null

CREATE EXTENSION newsext;

CREATE TABLE articles (
	id int PRIMARY KEY,
	body text NOT NULL,
	doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED,
	ts tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED
);

-- A tenth of them.  Texts lie there as they are, so that reading a row costs
-- next to nothing beside reading its article.
CREATE TABLE some_articles (body text, doc newsdoc, quotes jsonb)
	WITH (parallel_workers = 1);
ALTER TABLE some_articles ALTER body SET STORAGE EXTERNAL;

CREATE TABLE timing (line text, ours boolean, ms float8);

-- One line of the table: ratio is what is to be at most, or at least, reach.
CREATE TABLE result (
	line serial,
	what text,
	against text,
	ours text,
	theirs text,
	ratio numeric,
	unit text NOT NULL DEFAULT '',
	reach numeric,
	at_least boolean NOT NULL DEFAULT false
);

-- Searches beside the search of their word alone
CREATE TABLE search (
	query text,
	articles bigint,
	plan text,
	word text,
	word_articles bigint,
	word_plan text
);

CREATE TABLE estimate (query text, estimated float8, actual float8, factor float8);

-- In how many articles something stands
CREATE TABLE frequency (kind text, name text, articles int);

-- Milliseconds that a statement takes, run so many times.
CREATE FUNCTION time_of(statement text, times int) RETURNS float8
LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	FOR i IN 1 .. times LOOP
		EXECUTE statement;
	END LOOP;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - start) / times;
END $$;

-- Runs twins in turn, each behind what prepares it, first one, then the other
-- beginning; the first run of both warms up when there is nothing to prepare.
CREATE PROCEDURE run_twins(line text, ours text, theirs text, runs int,
	before_ours text DEFAULT NULL, before_theirs text DEFAULT NULL, times int DEFAULT 1)
LANGUAGE plpgsql AS $$
DECLARE
	ms float8;
	is_ours boolean;
BEGIN
	FOR run IN (CASE WHEN before_ours IS NULL THEN 0 ELSE 1 END) .. runs LOOP
		FOREACH is_ours IN ARRAY CASE run % 2 WHEN 0 THEN '{t,f}' ELSE '{f,t}' END::boolean[] LOOP
			IF before_ours IS NOT NULL THEN
				EXECUTE CASE WHEN is_ours THEN before_ours ELSE before_theirs END;
			END IF;
			ms := time_of(CASE WHEN is_ours THEN ours ELSE theirs END, times);
			IF run > 0 THEN
				INSERT INTO timing VALUES (line, is_ours, ms);
			END IF;
		END LOOP;
	END LOOP;
END $$;

CREATE FUNCTION median_ms(of_line text, of_ours boolean) RETURNS float8
BEGIN ATOMIC
	SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)
	FROM timing WHERE line = of_line AND ours = of_ours;
END;

CREATE FUNCTION duration(ms float8) RETURNS text
BEGIN ATOMIC
	SELECT CASE WHEN ms < 1000 THEN round(ms::numeric, 2) || ' ms'
		ELSE round(ms::numeric / 1000, 2) || ' s' END;
END;

-- The line of twins that have run: the time of ours for one of theirs.
CREATE PROCEDURE timed_result(line text, what text, against text, reach numeric)
LANGUAGE sql AS $$
	INSERT INTO result (what, against, ours, theirs, ratio, reach)
	SELECT what, against, duration(median_ms(line, true)), duration(median_ms(line, false)),
	       median_ms(line, true) / median_ms(line, false), reach
$$;

-- Private memory of this backend
CREATE FUNCTION private_bytes() RETURNS bigint
BEGIN ATOMIC
	SELECT sum(kb[1]::bigint) * 1024
	FROM regexp_matches(pg_read_file('/proc/self/smaps_rollup'), 'Private_(?:Clean|Dirty): *(\d+) kB', 'g') kb;
END;

CREATE PROCEDURE memory_result(ours bigint, theirs bigint)
LANGUAGE sql AS $$
	INSERT INTO result (what, against, ours, theirs, ratio, unit, reach)
	VALUES ('private memory of a backend, newsdoc and newsquery', 'a backend, tsvector and tsquery',
	        round(ours / 1048576.0, 2) || ' MB', round(theirs / 1048576.0, 2) || ' MB',
	        (ours - theirs) / 1048576.0, ' MB more', 4)
$$;

-- What stands in so many articles of a thousand, or nearest to it
CREATE FUNCTION nearest(of_kind text, per_thousand numeric) RETURNS text STABLE
BEGIN ATOMIC
	SELECT name FROM frequency WHERE kind = of_kind
	ORDER BY abs(ln(articles * 1000 / per_thousand / (SELECT count(*) FROM some_articles))), md5(name)
	LIMIT 1;
END;

-- The search for a condition on articles; the rows are visited.
CREATE FUNCTION search_for(condition text) RETURNS text
BEGIN ATOMIC
	SELECT 'SELECT count(*) FROM articles WHERE ' || condition;
END;

CREATE FUNCTION plan_of(statement text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO plan;
	RETURN plan -> 0 -> 'Plan';
END $$;

CREATE FUNCTION scan_of(condition text) RETURNS text
BEGIN ATOMIC
	SELECT CASE WHEN plan_of(search_for(condition))::text LIKE '%Bitmap Index Scan%'
		THEN 'index' ELSE 'table' END;
END;

CREATE FUNCTION found(condition text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
BEGIN
	EXECUTE search_for(condition) INTO n;
	RETURN n;
END $$;
