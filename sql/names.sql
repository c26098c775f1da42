-- Comparing names.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

SELECT name, news_name_key(name) FROM (VALUES
	('Ana Ruiz'), ('ANA RUIZ'), ('Mayor Ana Ruiz'), ('  Ana   Ruiz '), ('José Núñez'), ('Jose Nunez'),
	('J. R. Barrow'), ('J.R. Barrow'), ('Dr. John Barrow Jr.'), (''), ('—')) v(name);
SELECT news_name_key('José Núñez') = news_name_key('JOSE NUNEZ') AS without_accents;
SELECT a, b, news_same_name(a, b) FROM (VALUES
	('Witkoff', 'Steve Witkoff'),
	('J. Smith', 'Jane Smith'),
	('Jane Smith', 'John Smith'),
	('Ana Ruiz', 'Ana Ruiz'),
	('Mayor Ana Ruiz', 'Ana Ruiz'),
	('José Núñez', 'Jose Nunez'),
	('Ana Ruiz', 'John Barrow')) v(a, b);
SELECT count(*) AS not_symmetric FROM (VALUES
	('Witkoff'), ('Steve Witkoff'), ('J. Smith'), ('Jane Smith'), ('Smith'), ('')) a(x),
	(VALUES ('Witkoff'), ('Steve Witkoff'), ('J. Smith'), ('Jane Smith'), ('Smith'), ('')) b(y)
WHERE news_same_name(x, y) IS DISTINCT FROM news_same_name(y, x);
SELECT news_same_name(NULL, 'Ana Ruiz') IS NULL AS strict;
