-- Facts about the whole article.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsext;
RESET client_min_messages;

\x on
SELECT * FROM news_article($$Bridge reopens after storm

By Ana Ruiz and John Barrow

PARIS, March 3, 2025 (Reuters) - The bridge over the river opened on Monday after it had been closed for a week.

“It is safe,” said the mayor.

Reporting by Helen Castle

Correction: An earlier version of this article gave the wrong day.

Copyright 2025 Harbour News. All rights reserved.$$);

-- nothing of the kind
SELECT * FROM news_article('The bridge was opened on Monday by the mayor of the town.');
\x off

-- a day without its year is no date
SELECT dateline_place, dateline_date FROM news_article('PARIS, March 3 (Reuters) - The bridge opened.');
SELECT dateline_place, dateline_date, agency, is_wire FROM news_article('LONDON (AP) — The bridge opened.');

-- a place that begins like a month
SELECT dateline_place, dateline_date FROM news_article('MAR DEL PLATA, Argentina (AP) — The bridge opened.');
SELECT dateline_place, dateline_date FROM news_article('(JAN MAYEN) — The bridge opened.');

-- English or not
SELECT language, words FROM news_article('The mayor of the town said on Monday that the bridge would be open to all of us by the end of the week.');
SELECT language FROM news_article('Die Brücke über den Fluss wurde am Montag nach einer Woche von der Bürgermeisterin wieder geöffnet.');
SELECT language FROM news_article('Le pont sur la rivière a été ouvert lundi par la maire de la ville après une semaine de travaux.');
SELECT language FROM news_article('El puente sobre el río fue abierto el lunes por la alcaldesa de la ciudad tras una semana de obras.');
SELECT language FROM news_article('12345 67890');
