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

# What an extension is: its members, each as the catalogs have it.
my $members = q{
	SELECT pg_describe_object(d.classid, d.objid, 0), coalesce(
		CASE d.classid
			WHEN 'pg_proc'::regclass THEN
				(SELECT CASE prokind WHEN 'f' THEN pg_get_functiondef(p.oid) END || coalesce(proacl::text, '')
				 FROM pg_proc p WHERE p.oid = d.objid)
			WHEN 'pg_type'::regclass THEN
				(SELECT (to_jsonb(t) - '{oid,typrelid,typarray,typelem,typnamespace,typowner}'::text[])::text
				 FROM pg_type t WHERE t.oid = d.objid)
			WHEN 'pg_operator'::regclass THEN
				(SELECT (to_jsonb(o) - '{oid,oprnamespace,oprowner,oprleft,oprright,oprresult,oprcom,oprnegate,oprcode}'::text[])::text
					|| oprcom::regoper || oprnegate::regoper FROM pg_operator o WHERE o.oid = d.objid)
			WHEN 'pg_opclass'::regclass THEN
				(SELECT opckeytype::regtype || opcdefault::text FROM pg_opclass c WHERE c.oid = d.objid)
			WHEN 'pg_class'::regclass THEN
				(SELECT CASE relkind WHEN 'v' THEN pg_get_viewdef(c.oid) ELSE
					(SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
					 FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0) END || coalesce(relacl::text, '')
				 FROM pg_class c WHERE c.oid = d.objid)
		END, '') || coalesce(obj_description(d.objid, d.classid::regclass::text), 'no comment')
	FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
	WHERE e.extname = 'newsext' AND d.deptype = 'e' ORDER BY 1, 2;
};
my $stale = 'SELECT index, built_under FROM news_stale_indexes ORDER BY index::text;';

$node->safe_psql('postgres', 'CREATE DATABASE fresh');
$node->safe_psql('fresh', 'CREATE EXTENSION newsext');
my $fresh = $node->safe_psql('fresh', $members);

like($fresh, qr/^operator class news_ops/m, 'there are members to compare');
is($node->safe_psql('fresh', $stale), '', 'a fresh installation has nothing stale');

foreach my $version (@earlier)
{
	my $database = 'v' . $version =~ tr/./_/r;

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
	is($node->safe_psql($database, $members), $fresh, "$version: updated and fresh are the same");
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

$node->stop;
done_testing();
