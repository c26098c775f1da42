-- What was tried to find a quotation and its speaker.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE story AS SELECT $$PARIS (AP) - "The bridge is open," Mayor Ana Ruiz said on Monday. "It is safe."

Sen. Tom Okoro believes that it is not. The "Vila Gate" fell. Edwin "Tiny" Haas called it the "worst" of years.

According to Ruiz, the work cost a million. The so-called "bridge" was built in 1990.$$ AS body;

-- what decided, in text order
SELECT quote_no, rule, cue, speaker_text, text, span FROM story, news_explain(body) WHERE fired ORDER BY lower(span), step;

-- every quotation has a rule that fired, whatever its medium
SELECT quote_no FROM story, news_quotes(body, enum_range(NULL::news_medium)) q
WHERE NOT EXISTS (SELECT FROM news_explain(body) e WHERE e.quote_no = q.quote_no AND fired AND e.span && range_merge(q.content));
SELECT quote_no FROM story, news_explain(body) WHERE quote_no NOT IN (SELECT quote_no FROM news_quotes(body, enum_range(NULL::news_medium)));

-- steps count from 1 over the same words
SELECT quote_no FROM story, news_explain(body) GROUP BY quote_no HAVING quote_no IS NOT NULL AND (min(step) <> 1 OR max(step) <> count(*));

-- spans are where the words are
SELECT e FROM story, news_explain(body) e WHERE text IS DISTINCT FROM substr(body, lower(span), upper(span) - lower(span))
	OR rule IS NULL OR fired IS NULL OR step IS NULL OR score IS NULL OR (cue IS NOT NULL AND strpos(body, cue) = 0);

-- a newsdoc is explained by its text; nothing there, nothing to explain
SELECT count(*) AS different FROM story, LATERAL (
	SELECT * FROM news_explain(body) EXCEPT ALL SELECT * FROM news_explain(news_parse(body))) d;
SELECT count(*) FROM news_explain('');
SELECT count(*) FROM news_explain(NULL);
SELECT count(*) FROM news_explain('"');
SELECT quote_no, step, rule, fired, text FROM news_explain('It was "good".');
