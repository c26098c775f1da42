# Every version before this one updates to it: what the extension has is then
# what a fresh installation has, tables and indexes made before still answer,
# and news_stale_indexes names the indexes that are to be built anew.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('upgrade');
$node->init(extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$node->start;

my @earlier = map { m{^sql/newsext--([\d.]+)--} ? $1 : () } sort glob('sql/newsext--*--*.sql');
ok(scalar(@earlier), 'there are earlier versions');

# All that the catalog has of the members of the extension, with names for
# oids: the rows, what they depend on and what depends on them, definitions,
# comments.
my $members = q{
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
my $stale = 'SELECT index, built_under FROM news_stale_indexes ORDER BY index::text;';

$node->safe_psql('postgres', 'CREATE DATABASE fresh');
$node->safe_psql('fresh', 'CREATE EXTENSION newsext');
my $fresh = $node->safe_psql('fresh', $members);

like($fresh, qr/^operator class public\.news_ops for/m, 'there are members to compare');
is($node->safe_psql('fresh', $stale), '', 'a fresh installation has nothing stale');

foreach my $version (@earlier)
{
	my $database = 'v' . $version =~ tr/./_/r;
	my $bare = "bare_$database";

	$node->safe_psql('postgres', "CREATE DATABASE $bare");
	$node->safe_psql($bare, "CREATE EXTENSION newsext VERSION '$version'");
	isnt($node->safe_psql($bare, $members), $fresh, "$version is another version");
	$node->safe_psql($bare, 'ALTER EXTENSION newsext UPDATE');
	is($node->safe_psql($bare, $members), $fresh, "$version: updated and fresh are the same");

	$node->safe_psql('postgres', "CREATE DATABASE $database");
	$node->safe_psql($database, qq{
		CREATE EXTENSION newsext VERSION '$version';
		CREATE TABLE articles (id int PRIMARY KEY, body text NOT NULL,
			doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
		INSERT INTO articles SELECT n, '“It rained on day ' || n || ',” Mayor Ana Ruiz said in Paris.'
		FROM generate_series(1, 50) n;
		CREATE INDEX by_speaker ON articles USING gin (news_speakers(body));
		CREATE INDEX by_person ON articles USING gin (news_people(doc));
		CREATE INDEX by_text ON articles (doc);
		SELECT news_create_views('articles', 'id', 'doc');
		CREATE TABLE rows_before AS SELECT * FROM articles_quotes;
		ALTER EXTENSION newsext UPDATE;
	});
	is($node->safe_psql($database, q{SELECT count(*) FROM ((TABLE rows_before EXCEPT TABLE articles_quotes)
			UNION ALL (TABLE articles_quotes EXCEPT TABLE rows_before)) d}),
		'0', "$version: stored articles have their rows");
	is($node->safe_psql($database, q{SET enable_seqscan = off;
			SELECT count(*) FROM articles WHERE news_speakers(body) @> '{Ana Ruiz}'}),
		'50', "$version: an index still answers");
	is($node->safe_psql($database, $stale), "by_person|$version\nby_speaker|$version",
		"$version: indexes over what was read are stale, those over texts are not");

	# as the documentation says
	$node->safe_psql($database, 'UPDATE articles SET body = body; REINDEX INDEX by_person');
	is($node->safe_psql($database, $stale), "by_speaker|$version", "$version: one is built anew");
	$node->safe_psql($database, 'REINDEX INDEX CONCURRENTLY by_speaker');
	is($node->safe_psql($database, $stale), '', "$version: the other, too");
	$node->safe_psql($database, 'CREATE INDEX by_what ON articles USING gin (doc); ANALYZE articles');
	is($node->safe_psql($database, q{SET enable_seqscan = off;
			SELECT count(*) FROM articles WHERE doc @@ 'speaker:ruiz & rain'}),
		'50', "$version: articles can be searched");
	is($node->safe_psql($database, $stale), '', "$version: a new index is not stale");
}

# A trusted extension belongs to whoever made it, who may note; others may not.
$node->safe_psql('postgres', q{
	CREATE ROLE owner LOGIN; CREATE ROLE guest LOGIN;
	CREATE DATABASE hosted OWNER owner;
});
$node->safe_psql('hosted', q{
	CREATE SCHEMA desk;
	CREATE EXTENSION newsext SCHEMA desk;
	CREATE TABLE articles (body text);
	CREATE INDEX by_speaker ON articles USING gin (desk.news_speakers(body));
}, extra_params => [ '-U', 'owner' ]);
# the library changes
$node->safe_psql('hosted', q{UPDATE desk.news_noted_version SET version = 'other'});
$node->safe_psql('hosted', 'GRANT USAGE ON SCHEMA desk TO guest');
is($node->safe_psql('hosted', 'SELECT index FROM desk.news_stale_indexes', extra_params => [ '-U', 'guest' ]),
	'by_speaker', 'everybody sees what is stale');
my ($code, $out, $err) = $node->psql('hosted', 'SELECT desk.news_note_version()', extra_params => [ '-U', 'guest' ]);
like($err, qr/must be owner of extension newsext/, 'a guest may not note');
$node->safe_psql('hosted', 'SELECT desk.news_note_version(); REINDEX INDEX by_speaker', extra_params => [ '-U', 'owner' ]);
is($node->safe_psql('hosted', 'SELECT count(*) FROM desk.news_stale_indexes'), '0', 'the owner notes and rebuilds');

# Notes are about files: a copy of the database has them, a dump has not, for a
# restore builds every index.
$node->safe_psql('hosted', q{UPDATE desk.news_noted_version SET version = 'older'});
$node->safe_psql('hosted', 'SELECT desk.news_note_version()');
$node->safe_psql('postgres', 'CREATE DATABASE copied TEMPLATE hosted');
is($node->safe_psql('copied', 'SELECT index, built_under FROM desk.news_stale_indexes'),
	'by_speaker|older', 'a copy has the notes');

my $dump = PostgreSQL::Test::Utils::tempdir() . '/dump';

$node->command_ok([ 'pg_dump', '--file', $dump, 'hosted' ], 'dumped');
unlike(slurp_file($dump), qr/news_noted/, 'without notes');
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, '-d', 'restored' ], 'restored');
is($node->safe_psql('restored', 'SELECT count(*) FROM desk.news_stale_indexes'), '0', 'nothing there is stale');

$node->stop;
done_testing();
