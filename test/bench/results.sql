-- Prints what test/bench/bench has found; the variable processor names the
-- machine's.
\pset footer off
SELECT format('PostgreSQL %s, %s', current_setting('server_version'), :'processor') AS machine,
       count(*) AS articles, sum(words) AS words,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY length(body)) AS "median length"
FROM articles, LATERAL (SELECT words FROM news_article(doc)) a;

SELECT round(1000 * sum(words) / median_ms('parse', true)) AS "words a second, news_parse",
       round(1000 * sum(words) / median_ms('parse', false)) AS "to_tsvector"
FROM some_articles, LATERAL (SELECT words FROM news_article(doc)) a;

SELECT what, against, ours AS newsext, theirs AS twin, trim_scale(round(ratio, 2)) || unit AS ratio,
       CASE WHEN at_least THEN '>= ' ELSE '<= ' END || trim_scale(round(reach, 2)) AS reach,
       CASE WHEN (ratio >= reach AND at_least) OR (ratio <= reach AND NOT at_least)
            THEN 'yes' ELSE 'no' END AS "met?"
FROM result ORDER BY line;

\echo 'Searches'
SELECT query, plan, articles, round(ours::numeric, 2) AS ms,
       word AS "word alone", word_plan AS plan, word_articles AS articles, round(theirs::numeric, 2) AS ms,
       round((ours / theirs)::numeric, 2) AS ratio
FROM search, LATERAL (SELECT median_ms(query, true) AS ours, median_ms(query, false) AS theirs) ms
ORDER BY query;

\echo 'Rows that the planner expects'
SELECT query, estimated, actual, round(factor::numeric, 1) AS factor
FROM estimate ORDER BY factor DESC, query;
