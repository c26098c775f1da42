-- Rank and snippets.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
\set SHOW_CONTEXT never

CREATE TABLE rank_articles (n int PRIMARY KEY, body text, doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
INSERT INTO rank_articles (n, body) VALUES
	(1, E'LISBON (AP) — “The bridge is holding,” Mayor Ana Ruiz said on Monday. “Every bridge in Lisbon will hold, and the rain will end by Friday.”\n\nRuiz spoke in Porto. “The rain was worse in the north,” John Barrow said.'),
	(2, E'PARIS (AP) — “A bridge fell,” Helen Castle said. She said that the rain had stopped.\n\nHelen Castle met Ana Ruiz in Paris. Paris was quiet. Ruiz left Paris on Monday.'),
	(3, E'OSLO (AP) — John Barrow said that the bridge was closed to <b>all</b> traffic & that nobody knew why.'),
	(4, E'“Two words.” It rained.'),
	(5, 'It rained in Oslo. Talks were held in Davos, where Tomas Orrin waited. Later it snowed.'),
	(6, '');
SELECT n, quote_no, kind, speaker, text FROM rank_articles, news_quotes(doc) ORDER BY n, quote_no;

-- articles that have more of what is asked for come first
SELECT query, array_agg(n ORDER BY rank DESC, n) AS best_first
FROM (VALUES ('bridge'), ('rain'), ('bridge & rain'), ('bridge | rain'), ('speaker:ruiz'), ('speaker:ruiz & bridge'),
		('quote(speaker:barrow & rain)'), ('quote(speaker:castle | speaker:barrow)'), ('place:paris'), ('place:paris & bridge'),
		('person:ruiz'), ('bridge & !rain'), ('!bridge'), ('"bridge fell" | "two words"')) q(query),
	rank_articles, LATERAL (SELECT news_rank(doc, query::newsquery) AS rank) r
WHERE rank > 0 GROUP BY query ORDER BY query COLLATE "C";
-- words in marks count more than words that are told; more is better, a whole
-- quotation better than its terms here and there
SELECT a > b AS direct, c > d AS twice, e > f AS together FROM
	(SELECT news_rank(news_parse('“A bridge fell,” Ana Ruiz said.'), 'bridge') AS a) a,
	(SELECT news_rank(news_parse('Ana Ruiz said that a bridge fell.'), 'bridge') AS b) b,
	(SELECT news_rank(news_parse('“A bridge fell,” Ana Ruiz said. “The bridge was old,” John Barrow said.'), 'bridge') AS c) c,
	(SELECT news_rank(news_parse('“A bridge fell,” Ana Ruiz said. “The house was old,” John Barrow said.'), 'bridge') AS d) d,
	(SELECT news_rank(news_parse('“A bridge fell in the rain,” Ana Ruiz said.'), 'bridge & rain') AS e) e,
	(SELECT news_rank(news_parse('“A bridge fell,” Ana Ruiz said. “It was the rain,” John Barrow said.'), 'bridge & rain') AS f) f;
-- 0 to 1, and more than 0 for what matches by a term that is wanted
SELECT count(*) FILTER (WHERE rank >= 0 AND rank < 1) AS sound, count(*) FILTER (WHERE rank > 0 AND NOT matches) AS near,
	count(*) FILTER (WHERE rank = 0 AND matches) AS lost
FROM rank_articles, (VALUES ('bridge & rain'), ('unheard'), ('speaker:ruiz & place:paris'), ('quote(bridge & !rain)'), ('')) q(query),
	LATERAL (SELECT news_rank(doc, query::newsquery) AS rank, doc @@ query::newsquery AS matches) r;
SELECT news_rank(doc, 'bridge') < 1 AS below_one, news_rank(doc, 'bridge') > 0.99 AS near_one
FROM news_parse(repeat('“The bridge,” Ana Ruiz said. ', 3000)) doc;
SELECT news_rank(doc, '!bridge') AS only_not, news_rank(doc, '') AS empty, news_rank(doc, NULL) AS null_query, news_rank(NULL, 'a') AS null_article
FROM rank_articles WHERE n = 1;
SELECT pg_typeof(news_rank(doc, 'bridge')), news_rank(doc, '!!bridge') = news_rank(doc, 'bridge') AS twice_negated FROM rank_articles WHERE n = 1;

-- snippets: the best quotation, its speaker, what was looked for in marks
SELECT n, news_headline(doc, 'bridge & rain') FROM rank_articles ORDER BY n;
SELECT query, news_headline(doc, query::newsquery) FROM rank_articles, (VALUES
	('bridge'), ('bridges'), ('"bridges"'), ('"bridge"'), ('holdings'), ('hol*'), ('"every bridge"'), ('"bridge is"'), ('the'),
	('friday | bridge'), ('bridge & !rain'), ('!bridge'), ('unheard'), (''),
	('speaker:ruiz'), ('speaker:barrow'), ('speaker:barrow & rain'), ('quote(speaker:ruiz & rain)'), ('person:ruiz'), ('place:porto'),
	('kind:direct'), ('cue:said')) q(query) WHERE n = 1;
-- a name outside quotations: the sentence that first has it; or else the first
SELECT query, news_headline(doc, query::newsquery) FROM rank_articles, (VALUES
	('person:orrin'), ('place:davos'), ('place:davos | person:orrin'), ('place:oslo'), ('bridge'), ('!place:davos')) q(query) WHERE n = 5;
-- HTML is left as it is
SELECT news_headline(doc, 'bridge') FROM rank_articles WHERE n = 3;
-- without a speaker
SELECT news_headline(doc, 'words') FROM rank_articles WHERE n = 4;

-- options
SELECT options, news_headline(doc, 'bridge | rain', options) FROM rank_articles, (VALUES
	(''),
	('StartSel=<<, StopSel=>>'),
	('startsel = "<em class=x>", STOPSEL = "</em>"'),
	('MaxFragments=2'),
	('MaxFragments=9, FragmentDelimiter=" / "'),
	('MaxWords=4'),
	('MaxWords=1'),
	('MaxWords=14'),
	('MaxWords=15'),
	('MaxWords=1000000'),
	('MaxWords=3, MaxFragments=3, StartSel=*, StopSel=*, FragmentDelimiter=|')) o(options) WHERE n = 1;
SELECT news_headline(doc, 'friday', 'MaxWords=4') AS last, news_headline(doc, 'every', 'MaxWords=4') AS middle,
	news_headline(doc, 'lisbon & rain', 'MaxWords=6') AS most FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'place:davos', 'MaxWords=3, StartSel=[, StopSel=]') FROM rank_articles WHERE n = 5;
SELECT news_headline(doc, 'bridge', 'MinWords=3') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'bridge', 'MaxWords=0') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'bridge', 'MaxFragments=-1') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'bridge', 'MaxWords=many') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'bridge', 'MaxWords') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, 'bridge', 'MaxWords=99999999999') FROM rank_articles WHERE n = 1;
SELECT news_headline(doc, NULL), news_headline(NULL, 'a'), news_headline(doc, 'a', NULL) FROM rank_articles WHERE n = 1;

-- marks that are taken away leave the words of the quotation
SELECT count(*) FILTER (WHERE position(replace(replace(snippet, '[', ''), ']', '') IN speaker || ': "' || text || '"') <> 1) AS others
FROM rank_articles, news_quotes(doc), LATERAL news_headline(doc, 'quote(bridge & speaker:ruiz)', 'StartSel=[, StopSel=]') snippet
WHERE n = 1 AND quote_no = 1;
-- letters of several bytes, marked and cut
SELECT news_headline(news_parse('“A café for the Müllers — naïve guests in Café Évora,” José Núñez said.'), 'café & müllers & speaker:nunez', o)
FROM (VALUES (''), ('MaxWords=5'), ('StartSel=«, StopSel=»')) v(o);
SELECT length(news_headline(doc, 'word', 'MaxWords=100000, StartSel=<, StopSel=>')) FROM news_parse('“' || repeat('word ', 20000) || ',” Ana Ruiz said.') doc;
DROP TABLE rank_articles;
