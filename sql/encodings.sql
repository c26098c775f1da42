-- Server encodings other than UTF-8.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

SET client_encoding = 'UTF8';
SELECT current_database() AS first_database \gset
CREATE TABLE encodings_body AS SELECT '“Café Núñez is open,” José Núñez said in Málaga. “Olé!”'::text AS body;
SELECT text, speaker, content, speaker_span FROM encodings_body, news_quotes(body);
DROP TABLE encodings_body;

-- LATIN1 has no curly marks; positions count its characters
CREATE DATABASE regress_news_latin1 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_latin1
SET client_encoding = 'UTF8';
CREATE EXTENSION newsext;
CREATE TABLE story AS SELECT '«Café Núñez is open,» José Núñez said in Málaga. «Olé!»'::text AS body;
SELECT octet_length(body), length(body) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT text, substr(body, lower(span), upper(span) - lower(span)) = text AS in_place FROM story, news_mentions(body);
SELECT news_parse(body)::text = body FROM story;
SELECT news_name_key('José Núñez');
\c :first_database
DROP DATABASE regress_news_latin1;

-- Windows-1252 has them, and five bytes that mean nothing
CREATE DATABASE regress_news_win1252 ENCODING 'WIN1252' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_win1252
SET client_encoding = 'UTF8';
CREATE EXTENSION newsext;
CREATE TABLE story AS SELECT '“Café Núñez is open,” José Núñez said in Málaga. “Olé!”'::text AS body;
SELECT octet_length(body), length(body) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT lower(span), upper(span) FROM news_sentences(repeat('é', 3000) || convert_from('\x8d', 'WIN1252') || ' fell. Rain fell.');
\c :first_database
DROP DATABASE regress_news_win1252;

-- several bytes a character, but not UTF-8
CREATE DATABASE regress_news_euc ENCODING 'EUC_JIS_2004' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_euc
SET client_encoding = 'UTF8';
CREATE EXTENSION newsext;
-- one character of this encoding is two code points
CREATE TABLE story AS SELECT '雨が降った。' || convert_from('\xa4f7', 'EUC_JIS_2004') || E'\n\n“It rained,” Ana Ruiz said in 東京. “Olé!”'::text AS body;
SELECT octet_length(body), length(body) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT text, span, substr(body, lower(span), upper(span) - lower(span)) = text AS in_place FROM story, news_mentions(body);
SELECT news_parse(body)::text = body FROM story;
\c :first_database
DROP DATABASE regress_news_euc;

-- SQL_ASCII: bytes are characters, and are read as UTF-8 where they are
CREATE DATABASE regress_news_ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_news_ascii
CREATE EXTENSION newsext;
CREATE TABLE story AS SELECT '“Café Núñez is open,” José Núñez said in Málaga. “Olé!”'::text AS body;
SELECT octet_length(body), length(body) FROM story;
SELECT text, speaker, content, speaker_span FROM story, news_quotes(body);
SELECT text, substr(body, lower(span), upper(span) - lower(span)) = text AS in_place FROM story, news_mentions(body);
-- ill-formed bytes are data
INSERT INTO story SELECT E'\xff\xfe \xc3 “It rained,\x80” Ana Ruiz said. \xe2\x80';
SELECT octet_length(news_parse(body)::text) = octet_length(body) AS kept, encode(text::bytea, 'escape') AS text, speaker
FROM story, news_quotes(body) WHERE body LIKE '%rained%';
\c :first_database
DROP DATABASE regress_news_ascii;
