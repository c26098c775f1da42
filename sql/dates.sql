-- Dates, and the days that they mean.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
SET datestyle = ISO;

CREATE TEMP TABLE story (published date, body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
INSERT INTO story VALUES ('2026-01-23', $$TROMSØ (AP) — Harbour pilots met on Thursday and will meet again on Saturday, almost four years ago after “the last strike,” which ended last summer.

The talks began on Jan. 3, 2026, in the Polar Café. A day later they stopped. Three weeks ago nobody spoke.

Pilots have gone without a rise since 2019–21, and for years.$$);

-- every date, from 1 in characters, and its days
SELECT d.* FROM story, news_dates(doc, published) d ORDER BY mention_no;

-- span and text agree; the numbers are those of the mentions
SELECT count(*) FROM story, news_dates(doc, published) d WHERE substr(body, lower(span), upper(span) - lower(span)) <> text;
SELECT count(*) FROM story, news_dates(doc, published) d JOIN story s ON true JOIN LATERAL news_mentions(s.doc) m USING (mention_no)
WHERE m.kind <> 'date' OR (m.text, m.span, m.paragraph_no) <> (d.text, d.span, d.paragraph_no) OR m.sentence_no IS DISTINCT FROM d.sentence_no;

-- text and newsdoc alike
SELECT count(*) AS differ FROM (
	(SELECT d.* FROM story, news_dates(body, published) d EXCEPT SELECT d.* FROM story, news_dates(doc, published) d)
	UNION ALL
	(SELECT d.* FROM story, news_dates(doc, published) d EXCEPT SELECT d.* FROM story, news_dates(body, published) d)) x;

-- without a day of publication, only what the words say by themselves
SELECT text, dates FROM story, news_dates(doc) ORDER BY mention_no;
SELECT text, dates FROM story, news_dates(doc, NULL) WHERE dates IS NOT NULL ORDER BY mention_no;
SELECT count(*) FROM story, news_dates(doc, 'infinity') WHERE dates IS NOT NULL;
SELECT count(*) FROM story, news_dates(doc, '0044-03-15 BC') WHERE dates IS NOT NULL;
SELECT text, dates FROM story, news_dates('It will rain tomorrow and next year; it rains today.', '9999-12-31');
SELECT text, dates FROM news_dates('It rained yesterday and last year; it rains today.', '0001-01-01');
SELECT text, dates FROM news_dates('It will rain tomorrow.', '5874897-12-31');

-- the dateline's day stands in for it
SELECT text, dates FROM news_dates('OSLO, March 3, 2025 (AP) — The lamp went out on Saturday and will be lit next week.');
SELECT text, dates FROM news_dates('OSLO, March 3, 2025 (AP) — The lamp went out on Saturday and will be lit next week.', '2026-01-23');
-- but a dateline without year tells no day
SELECT text, dates FROM news_dates('OSLO, March 3 (AP) — The lamp went out on Saturday.');

-- outside the running text, too
SELECT text, dates, sentence_no FROM news_dates(E'Lamp out since Monday\n\nBy Ana Ruiz\n\nOSLO (AP) — It went out on Tuesday.', '2026-01-23');

-- no article, no rows
SELECT count(*) FROM news_dates(NULL::text);
SELECT count(*) FROM news_dates(NULL::newsdoc, '2026-01-23');
SELECT count(*) FROM news_dates('', '2026-01-23');
SELECT count(*) FROM news_dates('Nothing has a time here.', '2026-01-23');

-- articles by the days that they speak of
CREATE TEMP TABLE told AS SELECT s.published, d.dates FROM story s, news_dates(s.doc, s.published) d WHERE d.dates IS NOT NULL;
SELECT count(*) FROM told WHERE dates && daterange('2026-01-01', '2026-02-01');
SELECT min(lower(dates)), max(upper(dates)) FROM told;

-- a row in the select list
SELECT (news_dates('It rained on May 3, 2020.')).dates;

-- how dates are written makes no difference to how they are read
SET datestyle = German;
SELECT text, dates FROM news_dates('It rained on 5/6/2024, on 23/01/2024 and on 1/23/2024.');
RESET datestyle;
