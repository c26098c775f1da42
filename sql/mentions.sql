-- Mentions and entities.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE story AS SELECT $$PARIS (AP) — Mayor Ana Ruiz met John Barrow, the president of the European Commission, in Paris on Monday.

“Mr. Barrow paid $5 million for 10% of the bridge,” Ruiz said. The United Nations and NATO sent French and German engineers to France.

Barrow left on March 3, 2025.$$ AS body;
SELECT mention_no, entity_no, kind, text, name, title, span, paragraph_no, sentence_no, quote_no
FROM story, news_mentions(body) ORDER BY mention_no;
SELECT entity_no, kind, name, titles, aliases, mentions, first_span FROM story, news_entities(body) ORDER BY entity_no;

-- the two agree
SELECT e.entity_no FROM story, news_entities(body) e
WHERE mentions <> (SELECT count(*) FROM news_mentions(body) m WHERE m.entity_no = e.entity_no)
   OR first_span <> (SELECT m.span FROM news_mentions(body) m WHERE m.entity_no = e.entity_no ORDER BY mention_no LIMIT 1);
SELECT m.mention_no FROM story, news_mentions(body) m WHERE m.entity_no IS NOT NULL AND NOT EXISTS (SELECT FROM news_entities(body) e WHERE e.entity_no = m.entity_no AND e.name = m.name);

-- two who share a surname are two
SELECT entity_no, name, mentions FROM news_entities('Ana Ruiz met Maria Ruiz in Paris. Ana Ruiz left.') WHERE kind = 'person' ORDER BY 1;

-- who is spoken about
SELECT q.speaker, m.name, count(*) FROM story, news_quotes(body) q, news_mentions(body) m
WHERE m.quote_no = q.quote_no AND m.kind = 'person' GROUP BY 1, 2 ORDER BY 3 DESC, 2;
