\echo Use "CREATE EXTENSION newsext" to load this file. \quit

--
-- The type
--

CREATE TYPE newsdoc;

CREATE FUNCTION newsdoc_in(cstring) RETURNS newsdoc
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION newsdoc_in(cstring) IS 'I/O';

CREATE FUNCTION newsdoc_out(newsdoc) RETURNS cstring
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_out(newsdoc) IS 'I/O';

CREATE FUNCTION newsdoc_recv(internal) RETURNS newsdoc
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION newsdoc_recv(internal) IS 'I/O';

CREATE FUNCTION newsdoc_send(newsdoc) RETURNS bytea
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_send(newsdoc) IS 'I/O';

CREATE TYPE newsdoc (
	INPUT = newsdoc_in,
	OUTPUT = newsdoc_out,
	RECEIVE = newsdoc_recv,
	SEND = newsdoc_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE newsdoc IS
	'news article that has been read: its text and all that was found in it';

CREATE FUNCTION news_parse(article text) RETURNS newsdoc
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_parse(text) IS 'reads an article';

CREATE FUNCTION newsdoc_text(newsdoc) RETURNS text
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_text(newsdoc) IS
	'the text of an article, unchanged';

CREATE CAST (text AS newsdoc) WITH FUNCTION news_parse(text) AS ASSIGNMENT;
COMMENT ON CAST (text AS newsdoc) IS 'reads the article';

CREATE CAST (varchar AS newsdoc) WITH FUNCTION news_parse(text) AS ASSIGNMENT;
COMMENT ON CAST (varchar AS newsdoc) IS 'reads the article';

CREATE CAST (newsdoc AS text) WITH FUNCTION newsdoc_text(newsdoc) AS IMPLICIT;
COMMENT ON CAST (newsdoc AS text) IS 'the text of the article, unchanged';

--
-- Equality, order and hash: those of the text, byte by byte
--

CREATE FUNCTION newsdoc_eq(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_eq(newsdoc, newsdoc) IS
	'implementation of = operator';

CREATE FUNCTION newsdoc_ne(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_ne(newsdoc, newsdoc) IS
	'implementation of <> operator';

CREATE FUNCTION newsdoc_lt(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_lt(newsdoc, newsdoc) IS
	'implementation of < operator';

CREATE FUNCTION newsdoc_le(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_le(newsdoc, newsdoc) IS
	'implementation of <= operator';

CREATE FUNCTION newsdoc_gt(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_gt(newsdoc, newsdoc) IS
	'implementation of > operator';

CREATE FUNCTION newsdoc_ge(newsdoc, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_ge(newsdoc, newsdoc) IS
	'implementation of >= operator';

CREATE FUNCTION newsdoc_cmp(newsdoc, newsdoc) RETURNS integer
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_cmp(newsdoc, newsdoc) IS
	'less-equal-greater, by the bytes of the text';

CREATE FUNCTION newsdoc_hash(newsdoc) RETURNS integer
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_hash(newsdoc) IS 'hash of the text';

CREATE FUNCTION newsdoc_hash_extended(newsdoc, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_hash_extended(newsdoc, bigint) IS
	'hash of the text, with a seed';

CREATE OPERATOR = (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (newsdoc, newsdoc) IS
	'equal, by the bytes of the text';

CREATE OPERATOR <> (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (newsdoc, newsdoc) IS
	'not equal, by the bytes of the text';

CREATE OPERATOR < (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (newsdoc, newsdoc) IS
	'less than, by the bytes of the text';

CREATE OPERATOR <= (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (newsdoc, newsdoc) IS
	'less than or equal, by the bytes of the text';

CREATE OPERATOR > (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (newsdoc, newsdoc) IS
	'greater than, by the bytes of the text';

CREATE OPERATOR >= (
	LEFTARG = newsdoc, RIGHTARG = newsdoc, FUNCTION = newsdoc_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (newsdoc, newsdoc) IS
	'greater than or equal, by the bytes of the text';

CREATE OPERATOR FAMILY newsdoc_ops USING btree;
COMMENT ON OPERATOR FAMILY newsdoc_ops USING btree IS
	'order of articles, by the bytes of their texts';

CREATE OPERATOR CLASS newsdoc_ops
	DEFAULT FOR TYPE newsdoc USING btree FAMILY newsdoc_ops AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 newsdoc_cmp(newsdoc, newsdoc);
COMMENT ON OPERATOR CLASS newsdoc_ops USING btree IS
	'order of articles, by the bytes of their texts';

CREATE OPERATOR FAMILY newsdoc_ops USING hash;
COMMENT ON OPERATOR FAMILY newsdoc_ops USING hash IS
	'equality of articles, by the bytes of their texts';

CREATE OPERATOR CLASS newsdoc_ops
	DEFAULT FOR TYPE newsdoc USING hash FAMILY newsdoc_ops AS
	OPERATOR 1 =,
	FUNCTION 1 newsdoc_hash(newsdoc),
	FUNCTION 2 newsdoc_hash_extended(newsdoc, bigint);
COMMENT ON OPERATOR CLASS newsdoc_ops USING hash IS
	'equality of articles, by the bytes of their texts';

--
-- What is found in an article
--

CREATE TYPE news_paragraph_kind AS ENUM (
	'body', 'headline', 'kicker', 'byline', 'dateline', 'subhead', 'bullet',
	'turn', 'aside', 'blockquote', 'caption', 'contributors', 'copyright',
	'note', 'correction', 'update', 'related', 'boilerplate', 'social',
	'separator'
);
COMMENT ON TYPE news_paragraph_kind IS 'what a paragraph is in an article';

CREATE TYPE news_quote_kind AS ENUM ('direct', 'mixed', 'indirect');
COMMENT ON TYPE news_quote_kind IS
	'direct: all inside quotation marks; indirect: none; mixed: both';

CREATE TYPE news_medium AS ENUM ('speech', 'writing', 'thought', 'attitude');
COMMENT ON TYPE news_medium IS
	'how what is reported came to be known: told, thought, or felt';

CREATE TYPE news_attribution AS ENUM (
	'explicit', 'split', 'pronoun', 'running', 'continued', 'label',
	'inherited', 'none'
);
COMMENT ON TYPE news_attribution IS 'how the speaker of a quotation was found';

CREATE TYPE news_entity_kind AS ENUM (
	'person', 'org', 'place', 'group', 'date', 'time', 'money', 'percent',
	'quantity', 'event', 'work'
);
COMMENT ON TYPE news_entity_kind IS 'what a mention or an entity is';

CREATE TYPE news_article AS (
	headline text,
	dateline_place text,
	dateline_date date,
	agency text,
	bylines text[],
	contributors text[],
	contributor_org text,
	copyright_year integer,
	copyright_holder text,
	editors_note text,
	correction text,
	is_wire boolean,
	language text,
	words integer,
	paragraphs integer
);
COMMENT ON TYPE news_article IS
	'facts about a whole article';
COMMENT ON COLUMN news_article.headline IS
	'headline as written';
COMMENT ON COLUMN news_article.dateline_place IS
	'place of the dateline as written';
COMMENT ON COLUMN news_article.dateline_date IS
	'date of the dateline; NULL when it has no year';
COMMENT ON COLUMN news_article.agency IS
	'news agency of the dateline, byline or copyright line';
COMMENT ON COLUMN news_article.bylines IS
	'names of the authors';
COMMENT ON COLUMN news_article.contributors IS
	'names of those who contributed';
COMMENT ON COLUMN news_article.contributor_org IS
	'organisation of the contributors';
COMMENT ON COLUMN news_article.copyright_year IS
	'year of the copyright line';
COMMENT ON COLUMN news_article.copyright_holder IS
	'holder named by the copyright line';
COMMENT ON COLUMN news_article.editors_note IS
	'editor''s note';
COMMENT ON COLUMN news_article.correction IS
	'correction or clarification';
COMMENT ON COLUMN news_article.is_wire IS
	'a news agency wrote it';
COMMENT ON COLUMN news_article.language IS
	'en, or NULL when the text does not look like English';
COMMENT ON COLUMN news_article.words IS
	'number of words';
COMMENT ON COLUMN news_article.paragraphs IS
	'number of paragraphs';

CREATE TYPE news_paragraph AS (
	paragraph_no integer,
	kind news_paragraph_kind,
	span int4range,
	text text
);
COMMENT ON TYPE news_paragraph IS
	'one paragraph; spans count characters from 1';

CREATE TYPE news_sentence AS (
	sentence_no integer,
	paragraph_no integer,
	span int4range,
	text text
);
COMMENT ON TYPE news_sentence IS
	'one sentence of the running text';

CREATE TYPE news_mention AS (
	mention_no integer,
	entity_no integer,
	kind news_entity_kind,
	text text,
	name text,
	title text,
	span int4range,
	paragraph_no integer,
	sentence_no integer,
	quote_no integer
);
COMMENT ON TYPE news_mention IS
	'one place where somebody or something is named';
COMMENT ON COLUMN news_mention.name IS
	'the name of its entity';
COMMENT ON COLUMN news_mention.text IS
	'the name as written, without title';
COMMENT ON COLUMN news_mention.title IS
	'title as written beside it';
COMMENT ON COLUMN news_mention.quote_no IS
	'the quotation that it stands in, thoughts and attitudes aside';

CREATE TYPE news_date AS (
	mention_no integer,
	text text,
	span int4range,
	dates daterange,
	paragraph_no integer,
	sentence_no integer
);
COMMENT ON TYPE news_date IS
	'one place where a date stands, and the days that it means';
COMMENT ON COLUMN news_date.mention_no IS
	'its number among the mentions';
COMMENT ON COLUMN news_date.text IS
	'the date as written';
COMMENT ON COLUMN news_date.dates IS
	'the days that it means; NULL when they cannot be told';

CREATE TYPE news_entity AS (
	entity_no integer,
	kind news_entity_kind,
	name text,
	titles text[],
	aliases text[],
	mentions integer,
	first_span int4range
);
COMMENT ON TYPE news_entity IS
	'one person, organisation, place and so on, with all its names';
COMMENT ON COLUMN news_entity.name IS
	'fullest name in the article, or the canonical one';
COMMENT ON COLUMN news_entity.titles IS
	'titles given to it, in order of appearance';
COMMENT ON COLUMN news_entity.aliases IS
	'its other written forms';
COMMENT ON COLUMN news_entity.mentions IS
	'how often it is named';
COMMENT ON COLUMN news_entity.first_span IS
	'where it is named first';

CREATE TYPE news_quote AS (
	quote_no integer,
	kind news_quote_kind,
	text text,
	content int4multirange,
	verbatim int4multirange,
	speaker text,
	speaker_text text,
	speaker_span int4range,
	speaker_kind news_entity_kind,
	speaker_entity integer,
	speaker_title text,
	named boolean,
	cue text,
	cue_span int4range,
	negated boolean,
	attribution news_attribution,
	confidence real,
	paragraph_no integer,
	sentence_no integer,
	medium news_medium
);
COMMENT ON TYPE news_quote IS
	'one utterance: what was said, by whom, and how that was told';
COMMENT ON COLUMN news_quote.quote_no IS
	'its number among all quotations of the article, whatever the medium';
COMMENT ON COLUMN news_quote.text IS
	'what is reported, its pieces joined by a space';
COMMENT ON COLUMN news_quote.content IS
	'all that is reported, without outer quotation marks';
COMMENT ON COLUMN news_quote.verbatim IS
	'the part of it inside quotation marks; empty for indirect speech';
COMMENT ON COLUMN news_quote.speaker IS
	'the resolved name, or the wording of an unnamed source; NULL when it cannot be told';
COMMENT ON COLUMN news_quote.speaker_text IS
	'the speaker as written beside the quotation';
COMMENT ON COLUMN news_quote.named IS
	'false when the speaker is an unnamed source or unknown';
COMMENT ON COLUMN news_quote.cue IS
	'the words that report: said, according to, a colon';
COMMENT ON COLUMN news_quote.negated IS
	'the speaker is said not to have said it';
COMMENT ON COLUMN news_quote.attribution IS
	'which rule found the speaker';
COMMENT ON COLUMN news_quote.confidence IS
	'the chance that people would name the same speaker, 0 to 1; 0 without a speaker';
COMMENT ON COLUMN news_quote.medium IS
	'said, written, thought or felt; only indirect quotations are thought or felt';

CREATE TYPE news_trial AS (
	quote_no integer,
	step integer,
	rule text,
	fired boolean,
	cue text,
	speaker_text text,
	text text,
	span int4range,
	score integer
);
COMMENT ON TYPE news_trial IS
	'one rule that was tried on some words, to make them a quotation and find its speaker';
COMMENT ON COLUMN news_trial.quote_no IS
	'the quotation that the words became; NULL when they became none';
COMMENT ON COLUMN news_trial.step IS
	'the order in which the rules were tried on these words, from 1';
COMMENT ON COLUMN news_trial.rule IS
	'the rule, or why words in marks were left alone';
COMMENT ON COLUMN news_trial.fired IS
	'the rule was the one to decide';
COMMENT ON COLUMN news_trial.cue IS
	'the words that it took for a cue';
COMMENT ON COLUMN news_trial.speaker_text IS
	'the words that it took for the speaker';
COMMENT ON COLUMN news_trial.text IS
	'what would be quoted, from its first word to its last';
COMMENT ON COLUMN news_trial.span IS
	'where that stands';
COMMENT ON COLUMN news_trial.score IS
	'how well it fits, where one of several was to be chosen; 0 elsewhere';

--
-- Functions over articles, each for text and for newsdoc.  COST is in units
-- of cpu_operator_cost: over articles of 4.5 kB, reading one took 0.5 ms and
-- taking rows from a newsdoc 20 us, where one integer addition took 10 to 50
-- ns.  ROWS are the means of the same articles.
--

CREATE FUNCTION news_article(article text) RETURNS news_article
	AS 'MODULE_PATHNAME', 'news_article_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_article(text) IS
	'facts about the whole article';

CREATE FUNCTION news_article(article newsdoc) RETURNS news_article
	AS 'MODULE_PATHNAME', 'news_article_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_article(newsdoc) IS
	'facts about the whole article';

CREATE FUNCTION news_paragraphs(article text) RETURNS SETOF news_paragraph
	AS 'MODULE_PATHNAME', 'news_paragraphs_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_paragraphs(text) IS
	'paragraphs of the article';

CREATE FUNCTION news_paragraphs(article newsdoc) RETURNS SETOF news_paragraph
	AS 'MODULE_PATHNAME', 'news_paragraphs_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 15;
COMMENT ON FUNCTION news_paragraphs(newsdoc) IS
	'paragraphs of the article';

CREATE FUNCTION news_sentences(article text) RETURNS SETOF news_sentence
	AS 'MODULE_PATHNAME', 'news_sentences_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 40;
COMMENT ON FUNCTION news_sentences(text) IS
	'sentences of the running text';

CREATE FUNCTION news_sentences(article newsdoc) RETURNS SETOF news_sentence
	AS 'MODULE_PATHNAME', 'news_sentences_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 40;
COMMENT ON FUNCTION news_sentences(newsdoc) IS
	'sentences of the running text';

CREATE FUNCTION news_quotes(article text,
							media news_medium[] DEFAULT '{speech,writing}')
	RETURNS SETOF news_quote
	AS 'MODULE_PATHNAME', 'news_quotes_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 12;
COMMENT ON FUNCTION news_quotes(text, news_medium[]) IS
	'quotations, direct and indirect, with their speakers';

CREATE FUNCTION news_quotes(article newsdoc,
							media news_medium[] DEFAULT '{speech,writing}')
	RETURNS SETOF news_quote
	AS 'MODULE_PATHNAME', 'news_quotes_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 12;
COMMENT ON FUNCTION news_quotes(newsdoc, news_medium[]) IS
	'quotations, direct and indirect, with their speakers';

CREATE FUNCTION news_mentions(article text) RETURNS SETOF news_mention
	AS 'MODULE_PATHNAME', 'news_mentions_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 40;
COMMENT ON FUNCTION news_mentions(text) IS
	'every place where somebody or something is named';

CREATE FUNCTION news_mentions(article newsdoc) RETURNS SETOF news_mention
	AS 'MODULE_PATHNAME', 'news_mentions_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 40;
COMMENT ON FUNCTION news_mentions(newsdoc) IS
	'every place where somebody or something is named';

-- not strict: a NULL day of publication means the dateline's
CREATE FUNCTION news_dates(article text, published date DEFAULT NULL)
	RETURNS SETOF news_date
	AS 'MODULE_PATHNAME', 'news_dates_text'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 11000 ROWS 8;
COMMENT ON FUNCTION news_dates(text, date) IS
	'dates and the days that they mean, seen from the day of publication';

CREATE FUNCTION news_dates(article newsdoc, published date DEFAULT NULL)
	RETURNS SETOF news_date
	AS 'MODULE_PATHNAME', 'news_dates_doc'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 8;
COMMENT ON FUNCTION news_dates(newsdoc, date) IS
	'dates and the days that they mean, seen from the day of publication';

CREATE FUNCTION news_entities(article text) RETURNS SETOF news_entity
	AS 'MODULE_PATHNAME', 'news_entities_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
COMMENT ON FUNCTION news_entities(text) IS
	'who and what is named, each with all its names';

CREATE FUNCTION news_entities(article newsdoc) RETURNS SETOF news_entity
	AS 'MODULE_PATHNAME', 'news_entities_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 20;
COMMENT ON FUNCTION news_entities(newsdoc) IS
	'who and what is named, each with all its names';

CREATE FUNCTION news_speakers(article text) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_speakers_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_speakers(text) IS
	'distinct names of those quoted, in order of their first quotation';

CREATE FUNCTION news_speakers(article newsdoc) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_speakers_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_speakers(newsdoc) IS
	'distinct names of those quoted, in order of their first quotation';

CREATE FUNCTION news_people(article text) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_people_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_people(text) IS
	'distinct names of people, in order of first mention';

CREATE FUNCTION news_people(article newsdoc) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_people_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_people(newsdoc) IS
	'distinct names of people, in order of first mention';

CREATE FUNCTION news_orgs(article text) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_orgs_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_orgs(text) IS
	'distinct names of organisations, in order of first mention';

CREATE FUNCTION news_orgs(article newsdoc) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_orgs_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_orgs(newsdoc) IS
	'distinct names of organisations, in order of first mention';

CREATE FUNCTION news_places(article text) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_places_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_places(text) IS
	'distinct names of places, in order of first mention';

CREATE FUNCTION news_places(article newsdoc) RETURNS text[]
	AS 'MODULE_PATHNAME', 'news_places_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_places(newsdoc) IS
	'distinct names of places, in order of first mention';

CREATE FUNCTION news_explain(article text) RETURNS SETOF news_trial
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 17;
COMMENT ON FUNCTION news_explain(text) IS
	'the rules that were tried for each quotation, in order';

--
-- Names
--

CREATE FUNCTION news_name_key(name text) RETURNS text
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION news_name_key(text) IS
	'name folded for comparison: case, accents, titles, initials';

CREATE FUNCTION news_same_name(a text, b text) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION news_same_name(text, text) IS
	'can both names be one and the same: true, false, or NULL when it cannot be told';

CREATE FUNCTION news_version() RETURNS text
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_version() IS
	'version of the reader; changes when results may change';

--
-- Views over a table of articles
--

CREATE FUNCTION news_create_views("table" regclass, key name, body name,
								  prefix name DEFAULT NULL)
	RETURNS SETOF text
	AS 'MODULE_PATHNAME'
	LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 ROWS 6;
COMMENT ON FUNCTION news_create_views(regclass, name, name, name) IS
	'makes views of articles, paragraphs, quotes, mentions, entities and speakers over a table';

CREATE FUNCTION news_drop_views("table" regclass, prefix name DEFAULT NULL)
	RETURNS SETOF text
	AS 'MODULE_PATHNAME'
	LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 ROWS 6;
COMMENT ON FUNCTION news_drop_views(regclass, name) IS
	'takes the views of news_create_views away';
