-- Paragraphs and sentences.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TEMP TABLE story AS SELECT $$Bridge reopens after storm

By Ana Ruiz

PARIS (AP) — The bridge over the river opened on Monday. It had been closed since Jan. 5, officials said.

What comes next

- The road will be mended.
- The old ferry will stop.

“It is safe,” said Mr. Barrow. “Use it!”

___

Reporting by Helen Castle

Copyright 2025 Harbour News$$ AS body;
SELECT paragraph_no, kind, span, text FROM story, news_paragraphs(body) ORDER BY paragraph_no;
SELECT sentence_no, paragraph_no, span, text FROM story, news_sentences(body) ORDER BY sentence_no;
SELECT count(*) AS wrong FROM story, news_paragraphs(body) WHERE text <> substr(body, lower(span), upper(span) - lower(span));
SELECT count(*) AS outside FROM story, news_sentences(body) s
WHERE NOT EXISTS (SELECT FROM news_paragraphs(body) p WHERE p.paragraph_no = s.paragraph_no AND p.span @> s.span);

-- lines instead of empty lines, and line ends of other systems
SELECT paragraph_no, kind, text FROM news_paragraphs(E'The bridge opened.\r\n\r\nIt is safe.\r\n\r\nNobody doubts it.');
-- a transcript
SELECT paragraph_no, kind, text FROM news_paragraphs(E'MODERATOR: Is it safe?\n\nANA RUIZ: It is.\n\n(APPLAUSE)\n\nMODERATOR: Thank you.');
