# An update of the extension ends where a new installation does, leaves tables
# and indexes at work, and says which indexes another version has built.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$node->start;

sub create
{
	my ($database, $version) = @_;

	$node->safe_psql('postgres', "CREATE DATABASE $database");
	$node->safe_psql($database, qq{
		CREATE SCHEMA desk;
		CREATE EXTENSION newsext SCHEMA desk} . ($version ? " VERSION '$version'" : ''));
}

# All that the catalog has of the members of the extension, with names for
# oids: the rows, what they depend on and what depends on them, definitions,
# comments.
my $catalog = q{
	SET search_path = pg_catalog;
	CREATE FUNCTION pg_temp.described(catalog regclass, id oid) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		described jsonb;
		numbered text[] := ARRAY(SELECT attname::text FROM pg_attribute
			WHERE attrelid = catalog AND atttypid = ANY ('{oid,oidvector,xid,oid[],pg_node_tree}'::regtype[]));
	BEGIN
		EXECUTE format('SELECT to_jsonb(c) FROM %s c WHERE oid = $1', catalog) INTO described USING id;
		RETURN described - numbered;
	END $$;
	CREATE TEMP TABLE member AS
	SELECT d.classid, d.objid, pg_describe_object(d.classid, d.objid, 0) AS name
	FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
	WHERE e.extname = 'newsext' AND d.deptype = 'e';
	WITH said AS (
		SELECT name || ' is ' || pg_temp.described(classid, objid) AS line FROM member
		UNION ALL
		SELECT name || ' is ' || pg_get_functiondef(objid) FROM member WHERE classid = 'pg_proc'::regclass
		UNION ALL
		SELECT m.name || ' is ' || pg_get_viewdef(objid) FROM member m JOIN pg_class c ON c.oid = m.objid
		WHERE classid = 'pg_class'::regclass AND relkind = 'v'
		UNION ALL
		SELECT m.name || ' has ' || concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
			col_description(a.attrelid, a.attnum))
		FROM member m LEFT JOIN pg_type t ON m.classid = 'pg_type'::regclass AND t.oid = m.objid
		JOIN pg_attribute a ON a.attrelid = CASE m.classid WHEN 'pg_class'::regclass THEN m.objid ELSE t.typrelid END
		WHERE a.attnum > 0
		UNION ALL
		SELECT m.name || ' has label ' || l.enumsortorder || ' ' || l.enumlabel
		FROM member m JOIN pg_enum l ON l.enumtypid = m.objid WHERE m.classid = 'pg_type'::regclass
		UNION ALL
		SELECT m.name || ' has comment ' || obj_description(m.objid, c.relname)
		FROM member m JOIN pg_class c ON c.oid = m.classid WHERE obj_description(m.objid, c.relname) IS NOT NULL
		UNION ALL
		SELECT m.name || ' was given ' || i.initprivs::text
		FROM member m JOIN pg_init_privs i ON i.classoid = m.classid AND i.objoid = m.objid
		UNION ALL
		SELECT concat_ws(' ', pg_describe_object(d.classid, d.objid, d.objsubid), d.deptype, 'of',
			pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid))
		FROM pg_depend d
		WHERE EXISTS (SELECT FROM member m WHERE (m.classid, m.objid) IN ((d.classid, d.objid), (d.refclassid, d.refobjid)))
			AND d.classid <> 'pg_depend'::regclass
	)
	SELECT regexp_replace(line, 'pg_toast_\d+', 'pg_toast', 'g') FROM said
	WHERE line !~ 'pg_temp' ORDER BY line COLLATE "C"};

create('installed');
create('updated', '0.1.0');
my $before = $node->safe_psql('updated', $catalog);
$node->safe_psql('updated', 'ALTER EXTENSION newsext UPDATE');

my $installed = $node->safe_psql('installed', $catalog);

isnt($before, $installed, 'version 0.1.0 is another');
is($node->safe_psql('updated', $catalog), $installed, 'an update ends where an installation does');
cmp_ok(scalar(() = $installed =~ /^function .* is CREATE/mg), '>', 60, 'its functions are compared');
is($node->safe_psql('installed', q{
	SELECT pg_describe_object(d.classid, d.objid, 0)
	FROM pg_depend d JOIN pg_class c ON c.oid = d.classid
	WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsext')
	AND obj_description(d.objid, c.relname) IS NULL}), '', 'every object has a comment');

# Tables and indexes of 0.1.0
create('used', '0.1.0');
$node->safe_psql('used', q{
	CREATE TABLE articles (
		id int PRIMARY KEY,
		body text NOT NULL,
		doc desk.newsdoc GENERATED ALWAYS AS (desk.news_parse(body)) STORED);
	CREATE INDEX speakers ON articles USING gin (desk.news_speakers(doc));
	CREATE INDEX people ON articles USING gin (desk.news_people(body));
	CREATE INDEX orgs ON articles USING gin (desk.news_orgs(body));
	CREATE INDEX texts ON articles (doc);
	INSERT INTO articles (id, body)
	SELECT n, '“It rained on day ' || n || ',” ' ||
		CASE WHEN n % 50 = 0 THEN 'Mayor Ana Ruiz' ELSE 'John Barrow' END || ' said in Paris.'
	FROM generate_series(1, 200) n;
	SELECT desk.news_create_views('articles', 'id', 'doc');
});

my $rows = q{
	SET enable_seqscan = off;
	SELECT string_agg(id::text, ',' ORDER BY id) FROM articles WHERE desk.news_speakers(doc) @> '{Ana Ruiz}';
	SELECT string_agg(id::text, ',' ORDER BY id) FROM articles WHERE desk.news_people(body) @> '{Ana Ruiz}';
	SELECT md5(string_agg(q::text, '|' ORDER BY id, quote_no)) FROM articles_quotes q};
my $stale = q{SELECT string_agg(index || ' ' || built_under, ', ' ORDER BY index::text) FROM desk.news_stale_indexes};
my $found = $node->safe_psql('used', $rows);

like($found, qr/^(50,100,150,200\n){2}\w+$/, 'indexes of 0.1.0 are searched');
$node->safe_psql('used', 'ALTER EXTENSION newsext UPDATE');
is($node->safe_psql('used', $rows), $found, 'and after the update');
is($node->safe_psql('used', $stale), 'orgs 0.1.0, people 0.1.0, speakers 0.1.0', 'they are stale');
$node->safe_psql('used', 'CREATE INDEX search ON articles USING gin (doc)');
is($node->safe_psql('used', $stale), 'orgs 0.1.0, people 0.1.0, speakers 0.1.0', 'a new one is not');
$node->safe_psql('used', 'UPDATE articles SET body = body');
$node->safe_psql('used', 'REINDEX INDEX CONCURRENTLY speakers');
is($node->safe_psql('used', $stale), 'orgs 0.1.0, people 0.1.0', 'nor one that is rebuilt beside its work');
$node->safe_psql('used', 'REINDEX INDEX people');
$node->safe_psql('used', 'DROP INDEX orgs');
is($node->safe_psql('used', $stale), '', 'nor one that is rebuilt or gone');
is($node->safe_psql('used', $rows), $found, 'the same is found as before');
is($node->safe_psql('used', q{SELECT count(*) FROM articles WHERE doc OPERATOR(desk.@@) 'speaker:ruiz'}),
	'4', 'and the new index is searched');

# The library changes and no script with it: what was noted is older.
$node->safe_psql('used', q{UPDATE desk.news_noted_version SET version = 'older'});
is($node->safe_psql('used', $stale), 'people older, search older, speakers older', 'all are of the version noted');
$node->safe_psql('used', 'SELECT desk.news_note_version()');
$node->safe_psql('used', 'REINDEX INDEX search');
is($node->safe_psql('used', $stale), 'people older, speakers older', 'noted and rebuilt, one is new');

# A dump leaves the notes out, for a restore builds every index.
my $dump = PostgreSQL::Test::Utils::tempdir() . '/dump';

$node->command_ok([ 'pg_dump', '--file', $dump, 'used' ], 'dumped');
unlike(slurp_file($dump), qr/news_noted/, 'without notes');
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, '-d', 'restored' ], 'restored');
is($node->safe_psql('restored', $stale), '', 'nothing there is stale');
is($node->safe_psql('restored', $rows), $found, 'and the same is found');

# A copy of the database has the same files, so the notes hold there, too.
$node->safe_psql('postgres', 'CREATE DATABASE copied TEMPLATE used');
is($node->safe_psql('copied', $stale), 'people older, speakers older', 'a copy has the notes');

$node->stop;
done_testing();
