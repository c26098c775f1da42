\echo Use "ALTER EXTENSION newsext UPDATE TO '0.2.0'" to load this file. \quit

--
-- Queries
--

CREATE TYPE newsquery;

CREATE FUNCTION newsquery_in(cstring) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_in(cstring) IS 'I/O';

CREATE FUNCTION newsquery_out(newsquery) RETURNS cstring
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_out(newsquery) IS 'I/O';

CREATE FUNCTION newsquery_recv(internal) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_recv(internal) IS 'I/O';

CREATE FUNCTION newsquery_send(newsquery) RETURNS bytea
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_send(newsquery) IS 'I/O';

CREATE TYPE newsquery (
	INPUT = newsquery_in,
	OUTPUT = newsquery_out,
	RECEIVE = newsquery_recv,
	SEND = newsquery_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE newsquery IS
	'search over articles: words of quotations, speakers, names';

CREATE FUNCTION newsquery(query text) RETURNS newsquery
	AS 'MODULE_PATHNAME', 'newsquery_from_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery(text) IS 'a query from its text';

CREATE CAST (text AS newsquery) WITH FUNCTION newsquery(text) AS ASSIGNMENT;
COMMENT ON CAST (text AS newsquery) IS 'a query from its text';

CREATE FUNCTION news_to_query(typed text) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_to_query(text) IS
	'a query from what a person has typed, whatever it is';

CREATE FUNCTION newsquery_and(newsquery, newsquery) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_and(newsquery, newsquery) IS
	'implementation of && operator';

CREATE FUNCTION newsquery_or(newsquery, newsquery) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_or(newsquery, newsquery) IS
	'implementation of || operator';

CREATE FUNCTION newsquery_not(newsquery) RETURNS newsquery
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_not(newsquery) IS
	'implementation of !! operator';

CREATE FUNCTION newsquery_eq(newsquery, newsquery) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_eq(newsquery, newsquery) IS
	'implementation of = operator';

CREATE FUNCTION newsquery_ne(newsquery, newsquery) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_ne(newsquery, newsquery) IS
	'implementation of <> operator';

CREATE FUNCTION newsquery_hash(newsquery) RETURNS integer
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_hash(newsquery) IS 'hash of a query';

CREATE OPERATOR && (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_and
);
COMMENT ON OPERATOR && (newsquery, newsquery) IS 'both queries';

CREATE OPERATOR || (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_or
);
COMMENT ON OPERATOR || (newsquery, newsquery) IS 'one query or the other';

CREATE OPERATOR !! (
	RIGHTARG = newsquery, FUNCTION = newsquery_not
);
COMMENT ON OPERATOR !! (NONE, newsquery) IS 'not this query';

CREATE OPERATOR = (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR = (newsquery, newsquery) IS
	'the same terms, joined in the same way';

CREATE OPERATOR <> (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (newsquery, newsquery) IS
	'not the same terms, joined in the same way';

CREATE OPERATOR FAMILY newsquery_ops USING hash;
COMMENT ON OPERATOR FAMILY newsquery_ops USING hash IS
	'equality of queries';

CREATE OPERATOR CLASS newsquery_ops
	DEFAULT FOR TYPE newsquery USING hash FAMILY newsquery_ops AS
	OPERATOR 1 =,
	FUNCTION 1 newsquery_hash(newsquery);
COMMENT ON OPERATOR CLASS newsquery_ops USING hash IS
	'equality of queries';

--
-- Search.  COST is in units of cpu_operator_cost: holding a query against a
-- stored article of 4.3 kB took 25 to 50 us where an addition took 10 to 50 ns.
--

CREATE FUNCTION newsdoc_matchsel(internal, oid, internal, integer)
	RETURNS double precision
	AS 'MODULE_PATHNAME'
	LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_matchsel(internal, oid, internal, integer) IS
	'restriction selectivity of article @@ query';

CREATE FUNCTION newsdoc_typanalyze(internal) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_typanalyze(internal) IS
	'statistics of articles: what is said in them, by whom, about whom';

ALTER TYPE newsdoc SET (ANALYZE = newsdoc_typanalyze);

CREATE FUNCTION newsdoc_match_query(newsdoc, newsquery) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION newsdoc_match_query(newsdoc, newsquery) IS
	'implementation of @@ operator';

CREATE FUNCTION newsquery_match_doc(newsquery, newsdoc) RETURNS boolean
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION newsquery_match_doc(newsquery, newsdoc) IS
	'implementation of @@ operator';

CREATE OPERATOR @@ (
	LEFTARG = newsdoc, RIGHTARG = newsquery, FUNCTION = newsdoc_match_query,
	COMMUTATOR = @@,
	RESTRICT = newsdoc_matchsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR @@ (newsdoc, newsquery) IS 'article matches query';

CREATE OPERATOR @@ (
	LEFTARG = newsquery, RIGHTARG = newsdoc, FUNCTION = newsquery_match_doc,
	COMMUTATOR = @@,
	RESTRICT = newsdoc_matchsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR @@ (newsquery, newsdoc) IS 'article matches query';

CREATE FUNCTION newsdoc_gin_extract(newsdoc, internal) RETURNS internal
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_gin_extract(newsdoc, internal) IS 'GIN support';

-- A GIN class is valid when its functions take the indexed type, though it is a
-- newsquery that these two get, as in the classes of the server.
CREATE FUNCTION newsdoc_gin_extract_query(newsdoc, internal, smallint,
		internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_gin_extract_query(newsdoc, internal, smallint,
		internal, internal, internal, internal) IS 'GIN support';

CREATE FUNCTION newsdoc_gin_compare_prefix(bigint, bigint, smallint, internal)
	RETURNS integer
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_gin_compare_prefix(bigint, bigint, smallint, internal)
	IS 'GIN support';

CREATE FUNCTION newsdoc_gin_triconsistent(internal, smallint, newsdoc,
		integer, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdoc_gin_triconsistent(internal, smallint, newsdoc,
		integer, internal, internal, internal) IS 'GIN support';

CREATE OPERATOR FAMILY news_ops USING gin;
COMMENT ON OPERATOR FAMILY news_ops USING gin IS
	'what is said in articles, by whom, about whom';

CREATE OPERATOR CLASS news_ops
	DEFAULT FOR TYPE newsdoc USING gin FAMILY news_ops AS
	OPERATOR 1 @@ (newsdoc, newsquery),
	FUNCTION 1 btint8cmp(bigint, bigint),
	FUNCTION 2 newsdoc_gin_extract(newsdoc, internal),
	FUNCTION 3 newsdoc_gin_extract_query(newsdoc, internal, smallint,
		internal, internal, internal, internal),
	FUNCTION 5 newsdoc_gin_compare_prefix(bigint, bigint, smallint, internal),
	FUNCTION 6 newsdoc_gin_triconsistent(internal, smallint, newsdoc,
		integer, internal, internal, internal),
	STORAGE bigint;
COMMENT ON OPERATOR CLASS news_ops USING gin IS
	'what is said in articles, by whom, about whom';

--
-- Rank and snippets.  COST as that of @@.
--

CREATE FUNCTION news_rank(article newsdoc, query newsquery) RETURNS real
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION news_rank(newsdoc, newsquery) IS
	'how good an answer to the query the article is, from 0 to 1';

CREATE FUNCTION news_headline(article newsdoc, query newsquery,
							  options text DEFAULT '') RETURNS text
	AS 'MODULE_PATHNAME'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION news_headline(newsdoc, newsquery, text) IS
	'the quotations that answer the query, with their speakers';
