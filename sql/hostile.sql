-- Text that means no well: never an error, never a wrong place.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE hostile (what text, body text);
INSERT INTO hostile VALUES
	('empty', ''), ('blank', E' \t\r\n '), ('one letter', 'a'), ('one mark', '“'), ('two marks', '”“'),
	('unpaired', '“It rained, Ana Ruiz said. ” ‘ " « » „ ‟'),
	('straight', '"It rained," Ana Ruiz said. "It did." "'),
	('nested', '“‘“‘“‘deep’”’”’”'),
	('capitals', 'THE MAYOR, ANA RUIZ, SAID “IT RAINED” IN PARIS ON MONDAY.'),
	('carriage returns', E'“It rained,” Ana Ruiz said.\r\n\r\n“It did,” she said.\r\rMore.'),
	('escapes', E'\\0 \\x00 \u0001\u001f\u007f \u2028\u2029 %s %n &#0; \\u0000'),
	('no space', repeat('x', 1000)),
	('no letters', repeat('.,;:!?-–—()[]{}', 50)),
	('combining', 'A' || repeat(E'\u0301', 500) || ' said.'),
	('beyond 16 bits', E'“\U0001F600 \U0001D400na,” Ana Ruiz said. \U0001F1EB\U0001F1F7'),
	('right to left', E'\u202e“rained it,” \u05d0\u05d1 said.\u202c'),
	('wide', E'\uff02It rained,\uff02 Ana Ruiz said. 「雨」と言った。'),
	('zero width', E'“It\u200b rained,\ufeff” Ana\u00a0Ruiz said.'),
	('quote after quote', repeat('“a” ', 300)),
	('said', repeat('said ', 500)), ('colons', repeat('a: ', 500)),
	('dots', repeat('. ', 500)), ('lines', repeat(E'\n', 500)),
	('one word a line', repeat(E'Ana\n', 300)),
	('bullets', repeat(E'* Ana Ruiz\n', 200)),
	('dates', repeat('Early last May 3-5, 2024, to a few hundred years ago and ', 50)),
	('long name', repeat('Ana ', 300) || 'said.');

-- every span gives back its text, and lies inside
CREATE FUNCTION pg_temp.wrong_spans(body text) RETURNS bigint LANGUAGE sql AS $$
	SELECT (SELECT count(*) FROM news_paragraphs(body) WHERE text IS DISTINCT FROM substr(body, lower(span), upper(span) - lower(span)))
		+ (SELECT count(*) FROM news_sentences(body) WHERE text IS DISTINCT FROM substr(body, lower(span), upper(span) - lower(span)))
		+ (SELECT count(*) FROM news_mentions(body) WHERE text IS DISTINCT FROM substr(body, lower(span), upper(span) - lower(span)))
		+ (SELECT count(*) FROM news_dates(body, '2026-01-23') WHERE text IS DISTINCT FROM substr(body, lower(span), upper(span) - lower(span)) OR isempty(dates))
		+ (SELECT count(*) FROM news_quotes(body) WHERE speaker_text IS DISTINCT FROM substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span)))
		+ (SELECT count(*) FROM news_quotes(body) WHERE cue IS DISTINCT FROM substr(body, lower(cue_span), upper(cue_span) - lower(cue_span)))
		+ (SELECT count(*) FROM news_quotes(body) q, unnest(q.content) r WHERE lower(r) < 1 OR upper(r) > length(body) + 1)
		+ (SELECT count(*) FROM news_quotes(body) q WHERE NOT verbatim <@ content)
$$;
SELECT what FROM hostile WHERE pg_temp.wrong_spans(body) > 0;
SELECT what FROM hostile WHERE news_parse(body)::text IS DISTINCT FROM body;
SELECT count(*) FROM hostile WHERE news_article(body) IS NULL;

-- a megabyte of one thing each; the same in little, span by span
CREATE TEMP TABLE large (what text, body text);
INSERT INTO large VALUES
	('opening marks', repeat('“', 350000)),
	('straight marks', repeat('"', 1000000)),
	('apostrophes', repeat(' ''', 500000)),
	('one word', repeat('x', 1000000)),
	('capitals', repeat('AB ', 330000)),
	('one name', repeat('Ana Ruiz ', 110000)),
	('quotations', repeat('“It rained,” Ana Ruiz said. ', 33000)),
	('spaces', repeat(' ', 1000000)),
	('lines', repeat(E'\r\n', 500000));
SELECT what, news_parse(body)::text = body AS unchanged,
       (SELECT count(*) FROM news_mentions(body) WHERE upper(span) > n + 1) AS outside,
       pg_temp.wrong_spans(left(body, 10000)) AS wrong
FROM large, LATERAL length(body) n ORDER BY what;

-- many dates in one sentence
SELECT count(*), count(dates) FROM news_dates(repeat('Friday and May 3, 2024, to ', 20000), '2026-01-23');
