-- A table that reads itself.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

CREATE TABLE generated_articles (
	id bigint PRIMARY KEY,
	body text,
	doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED,
	read_by text GENERATED ALWAYS AS (news_version()) STORED);
INSERT INTO generated_articles (id, body) VALUES
	(1, '“It’s done,” Mayor Ana Ruiz said.'),
	(2, 'Rain fell.');
SELECT id, doc, read_by = news_version() AS current FROM generated_articles ORDER BY id;
SELECT id, news_speakers(doc) FROM generated_articles ORDER BY id;
UPDATE generated_articles SET body = '“We won’t,” John Barrow said.' WHERE id = 2;
SELECT id, news_speakers(doc) FROM generated_articles ORDER BY id;
UPDATE generated_articles SET body = NULL WHERE id = 2;
SELECT id, doc IS NULL AS unread FROM generated_articles ORDER BY id;
SELECT count(*) FROM generated_articles WHERE doc::text <> body;
DROP TABLE generated_articles;
