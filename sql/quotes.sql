-- Quotations and their speakers.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE story AS SELECT $$PARIS (AP) — “The bridge is open,” Mayor Ana Ruiz said on Monday. “It is safe.”

John Barrow, a builder, doubted it. “I would not use it,” he said.

“First it rained,” Ruiz told reporters.

“Then it snowed.”

The mayor said that the work had cost “a fortune.” According to Barrow, it will cost more.

“We saw nothing,” officials said.

“Nobody asked us.”$$ AS body;
SELECT quote_no, kind, speaker, speaker_title, named, cue, attribution, text FROM story, news_quotes(body) ORDER BY quote_no;
SELECT quote_no, content, verbatim, speaker_text, speaker_span, speaker_kind, cue_span, negated, paragraph_no, sentence_no
FROM story, news_quotes(body) ORDER BY quote_no;

-- what was found is where it is said to be
SELECT quote_no FROM story, news_quotes(body)
WHERE text <> (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r) FROM unnest(content) r)
   OR speaker_text <> substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span))
   OR cue <> substr(body, lower(cue_span), upper(cue_span) - lower(cue_span))
   OR NOT verbatim <@ content OR confidence NOT BETWEEN 0 AND 1
   OR (kind = 'direct') <> (verbatim = content) OR (kind = 'indirect') <> isempty(verbatim);

-- entities and sentences named by a quotation are those of the other functions
SELECT q.quote_no, q.speaker, e.name, e.kind FROM story, news_quotes(body) q JOIN LATERAL news_entities(body) e ON e.entity_no = q.speaker_entity ORDER BY 1;
SELECT q.quote_no FROM story, news_quotes(body) q WHERE NOT EXISTS (
	SELECT FROM news_sentences(body) s WHERE s.sentence_no = q.sentence_no AND s.paragraph_no = q.paragraph_no);

-- marks of all kinds
SELECT text, speaker FROM (VALUES
	('“It rained,” Ana Ruiz said.'), ('‘It rained,’ Ana Ruiz said.'), ('"It rained," Ana Ruiz said.'), ('''It rained,'' Ana Ruiz said.'),
	('«It rained,» Ana Ruiz said.'), ('„It rained,“ Ana Ruiz said.'), ('``It rained,'''' Ana Ruiz said.')) v(body), news_quotes(body);
-- not quotations
SELECT count(*) FROM news_quotes('The so-called “bridge” was closed.');
-- denied
SELECT speaker, negated, text FROM news_quotes('Ana Ruiz did not say that the bridge was safe.');
