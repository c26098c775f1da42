-- Server encodings whose characters are not one code point each.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;
SELECT current_database() AS first_database \gset

-- Windows-1252 has five bytes that mean nothing
CREATE DATABASE regress_news_win1252 ENCODING 'WIN1252' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_win1252
SET client_encoding = 'UTF8';
CREATE EXTENSION newsext;
CREATE TABLE story AS SELECT repeat('é', 3000) || convert_from('\x8d', 'WIN1252') || E' fell.\n\n“Café Núñez is open,” José Núñez said in Málaga. “Olé!”'::text AS body;
SELECT octet_length(body), length(body) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT span FROM story, news_paragraphs(body);
SELECT text, substr(body, lower(span), upper(span) - lower(span)) = text AS in_place FROM story, news_mentions(body) WHERE kind = 'person';
SELECT news_parse(body)::text = body AS unchanged FROM story;
-- what the encoding cannot write is no reason to fail
SELECT news_name_key('JOSÉ NÚÑEZ');
\c :first_database
DROP DATABASE regress_news_win1252;

-- in EUC_JIS_2004 a character can be two code points
CREATE DATABASE regress_news_euc ENCODING 'EUC_JIS_2004' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_euc
SET client_encoding = 'UTF8';
CREATE EXTENSION newsext;
CREATE TABLE story AS SELECT '雨が降った。' || repeat(convert_from('\xa4f7', 'EUC_JIS_2004'), 1000) || E'\n\n“It rained,” Ana Ruiz said in 東京. “Olé!”'::text AS body;
SELECT octet_length(body), length(body), length(convert_from(convert_to(body, 'UTF8'), 'UTF8')) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT span FROM story, news_paragraphs(body);
SELECT text, substr(body, lower(span), upper(span) - lower(span)) = text AS in_place FROM story, news_mentions(body) WHERE kind = 'person';
SELECT news_parse(body)::text = body AS unchanged FROM story;
\c :first_database
DROP DATABASE regress_news_euc;
