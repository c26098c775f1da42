-- What `make demo` prints, over the articles of data/samples.
\pset footer off
\pset linestyle unicode
\pset border 1
\pset null ''
\pset format wrapped
\pset columns 110

\echo
\echo 'The parts of one article'
\echo
\x on
SELECT headline, dateline_place, dateline_date, agency, bylines,
       contributors, contributor_org, copyright_year, copyright_holder, words
FROM articles_article WHERE id = 1;
\x off
SELECT paragraph_no AS "no", kind, text
FROM articles_paragraphs WHERE id = 1 ORDER BY paragraph_no;

\echo 'Who said what'
\echo
SELECT a.name AS article, q.speaker, q.speaker_title AS title, q.cue,
       q.kind, q.text
FROM articles_quotes q JOIN articles a USING (id)
WHERE q.speaker IS NOT NULL
ORDER BY id, quote_no LIMIT 30;

\echo 'Who speaks most'
\echo
SELECT speaker, count(*) AS quotations, count(DISTINCT id) AS articles
FROM articles_quotes WHERE named
GROUP BY speaker ORDER BY quotations DESC, speaker LIMIT 8;
