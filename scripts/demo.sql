-- What `make demo` prints, over the articles of data/samples.
\pset footer off
\pset linestyle unicode
\pset null ''
\pset format aligned

\echo
\echo 'The parts of one article'
\echo
\x on
SELECT headline, dateline_place, dateline_date, agency, bylines,
       contributors, contributor_org, copyright_year, copyright_holder, words
FROM articles_article WHERE id = 1;
\x off
SELECT paragraph_no AS "no", kind,
       CASE WHEN length(text) > 82 THEN left(text, 80) || ' …' ELSE text END AS text
FROM articles_paragraphs WHERE id = 1 ORDER BY paragraph_no;

\echo 'Who said what in it'
\echo
SELECT CASE WHEN length(speaker) > 34 THEN left(speaker, 32) || ' …' ELSE speaker END AS speaker,
       speaker_title AS title, cue, kind,
       CASE WHEN length(text) > 52 THEN left(text, 50) || ' …' ELSE text END AS "what was said"
FROM articles_quotes WHERE id = 1 ORDER BY quote_no;

\echo 'Who speaks most in all the samples'
\echo
SELECT speaker, max(speaker_title) AS title, count(*) AS quotations,
       count(*) FILTER (WHERE kind <> 'indirect') AS "in their own words"
FROM articles_quotes WHERE named
GROUP BY speaker ORDER BY quotations DESC, speaker LIMIT 10;
