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

--
-- Indexes that another version built.
--
-- PostgreSQL does not say when an index was built, so news_note_version()
-- notes it when the version changes: what is there then was built under the
-- version noted before.  An index is known by its file, which every build
-- makes anew.  A move to another tablespace does that, too, without a build;
-- so an index that was moved keeps its note.  (Moved back, or moved and given
-- another oid by ALTER COLUMN ... TYPE, before the next note is taken, it would
-- pass for rebuilt.)
--
-- Everything stays the property of the superuser that runs this script:
-- whoever owned a table could have a trigger run with the rights of all who
-- write into it.  Oids mean nothing in another database, so pg_dump leaves
-- what is noted out; pg_upgrade keeps oids, files and notes.
--

CREATE TABLE news_noted_version (
	version text NOT NULL
);
COMMENT ON TABLE news_noted_version IS
	'one row: what news_version() was when it was noted last';

CREATE TABLE news_noted_indexes (
	index oid PRIMARY KEY,
	filenode oid NOT NULL,
	tablespace oid NOT NULL,
	built_under text NOT NULL
);
COMMENT ON TABLE news_noted_indexes IS
	'indexes that were there when the version was noted last';
COMMENT ON COLUMN news_noted_indexes.filenode IS
	'its pg_class.relfilenode then';
COMMENT ON COLUMN news_noted_indexes.tablespace IS
	'its pg_class.reltablespace then';
COMMENT ON COLUMN news_noted_indexes.built_under IS
	'what news_version() was when it was built';

-- What depends on the version begins with the functions of this extension,
-- but for those that see no more of an article than its text or combine
-- queries, and with its operator classes, but for those that compare texts.
-- Operators and functions with SQL-standard bodies go on from there.
--
-- A temporary index lives no longer than the session that built it, nor does
-- the library that the session has loaded.
CREATE VIEW news_index_builds AS
WITH RECURSIVE reading (classid, objid) AS (
	SELECT d.classid, d.objid
	FROM pg_catalog.pg_extension e
	JOIN pg_catalog.pg_depend d
		ON d.refclassid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_extension'::pg_catalog.regclass
		AND d.refobjid OPERATOR(pg_catalog.=) e.oid
		AND d.deptype OPERATOR(pg_catalog.=) 'e'
	LEFT JOIN pg_catalog.pg_proc p
		ON d.classid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_proc'::pg_catalog.regclass
		AND p.oid OPERATOR(pg_catalog.=) d.objid
	LEFT JOIN pg_catalog.pg_opclass c
		ON d.classid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_opclass'::pg_catalog.regclass
		AND c.oid OPERATOR(pg_catalog.=) d.objid
	LEFT JOIN pg_catalog.pg_am a
		ON a.oid OPERATOR(pg_catalog.=) c.opcmethod
	WHERE e.extname OPERATOR(pg_catalog.=) 'newsext'
		AND (p.proname OPERATOR(pg_catalog.!~)
				'^news(doc|query)_(text|out|eq|ne|lt|le|gt|ge|cmp|hash(_extended)?|and|or|not)$'
			OR a.amname OPERATOR(pg_catalog.!~) '^(btree|hash)$')
	UNION
	SELECT d.classid, d.objid
	FROM reading r
	JOIN pg_catalog.pg_depend d
		ON d.refclassid OPERATOR(pg_catalog.=) r.classid
		AND d.refobjid OPERATOR(pg_catalog.=) r.objid
	WHERE d.classid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_proc'::pg_catalog.regclass
		OR d.classid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_operator'::pg_catalog.regclass
)
SELECT
	i.oid::pg_catalog.regclass AS index,
	x.indrelid::pg_catalog.regclass AS relation,
	i.relfilenode AS filenode,
	i.reltablespace AS tablespace,
	COALESCE(
		(SELECT n.built_under
		 FROM @extschema@.news_noted_indexes n
		 WHERE (n.filenode OPERATOR(pg_catalog.=) i.relfilenode
				AND n.tablespace OPERATOR(pg_catalog.=) i.reltablespace)
			OR (n.index OPERATOR(pg_catalog.=) i.oid
				AND n.tablespace OPERATOR(pg_catalog.<>) i.reltablespace)
		 LIMIT 1),
		v.version) AS built_under
FROM pg_catalog.pg_class i
JOIN pg_catalog.pg_index x ON x.indexrelid OPERATOR(pg_catalog.=) i.oid
CROSS JOIN @extschema@.news_noted_version v
WHERE i.relkind OPERATOR(pg_catalog.=) 'i'
	AND i.relpersistence OPERATOR(pg_catalog.<>) 't'
	AND i.oid OPERATOR(pg_catalog.=) ANY (
		SELECT d.objid
		FROM reading r
		JOIN pg_catalog.pg_depend d
			ON d.refclassid OPERATOR(pg_catalog.=) r.classid
			AND d.refobjid OPERATOR(pg_catalog.=) r.objid
		WHERE d.classid OPERATOR(pg_catalog.=)
			'pg_catalog.pg_class'::pg_catalog.regclass);
COMMENT ON VIEW news_index_builds IS
	'indexes that depend on the version of the reader';

CREATE VIEW news_stale_indexes AS
SELECT b.index, b.relation, b.built_under,
	@extschema@.news_version() AS current
FROM @extschema@.news_index_builds b
WHERE b.built_under OPERATOR(pg_catalog.<>) @extschema@.news_version();
COMMENT ON VIEW news_stale_indexes IS
	'indexes that were built under another news_version() and are to be built anew';
COMMENT ON COLUMN news_stale_indexes.index IS 'the index';
COMMENT ON COLUMN news_stale_indexes.relation IS
	'its table or materialized view';
COMMENT ON COLUMN news_stale_indexes.built_under IS
	'what news_version() was when it was built, as far as noted';
COMMENT ON COLUMN news_stale_indexes.current IS
	'what news_version() is';
GRANT SELECT ON news_stale_indexes TO PUBLIC;

CREATE FUNCTION news_note_version() RETURNS void
	AS 'MODULE_PATHNAME'
	LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_note_version() IS
	'notes that news_version() has changed, for news_stale_indexes';

-- 0.1.0 noted nothing.  Every later script that updates ends as this one does.
INSERT INTO @extschema@.news_noted_version (version) VALUES ('0.1.0');
SELECT @extschema@.news_note_version();
