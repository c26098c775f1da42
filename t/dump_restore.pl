# A dump holds texts; restoring it reads them anew and gives the same rows.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;

$node->safe_psql('postgres', 'CREATE DATABASE original ENCODING UTF8 TEMPLATE template0');
$node->safe_psql('original', q{
	CREATE SCHEMA desk;
	CREATE EXTENSION newsext SCHEMA desk;
	CREATE TABLE desk.articles (
		id int PRIMARY KEY,
		body text NOT NULL,
		doc desk.newsdoc GENERATED ALWAYS AS (desk.news_parse(body)) STORED,
		kept desk.newsdoc);
	CREATE INDEX speakers ON desk.articles USING gin (desk.news_speakers(doc));
	CREATE INDEX texts ON desk.articles (kept);
	INSERT INTO desk.articles (id, body, kept)
	SELECT n, b, b FROM (SELECT n, '“It rained on day ' || n ||
		E',” Mayor Ana Ruiz said in Paris.\r\n\r\n\t“It did,” she added. \\ "Oh," said John Barrow.' AS b
		FROM generate_series(1, 200) n) s;
	INSERT INTO desk.articles VALUES (0, '', DEFAULT, NULL);
	SELECT desk.news_create_views('desk.articles', 'id', 'doc');
});

my $rows = q{
	SET search_path = desk;
	SELECT md5(string_agg(q::text, '|' ORDER BY id, quote_no)) FROM articles_quotes q;
	SELECT md5(string_agg(m::text, '|' ORDER BY id, mention_no)) FROM articles_mentions m;
	SELECT md5(string_agg(e::text, '|' ORDER BY id, entity_no)) FROM articles_entities e;
	SELECT md5(string_agg(p::text, '|' ORDER BY id, paragraph_no)) FROM articles_paragraphs p;
	SELECT md5(string_agg(a::text, '|' ORDER BY id)) FROM articles_article a;
	SELECT md5(string_agg(s::text, '|' ORDER BY id, first_quote, speaker)) FROM articles_speakers s;
	SELECT count(*) FROM articles WHERE news_speakers(doc) @> ARRAY['Ana Ruiz'];
	SELECT md5(string_agg(id || kept::text, '|' ORDER BY id)) FROM articles;
	SELECT pg_get_indexdef('speakers'::regclass), pg_get_viewdef('articles_quotes'::regclass);
};
my $before = $node->safe_psql('original', $rows);
unlike($before, qr/^$/m, 'there are rows to compare');

my $directory = PostgreSQL::Test::Utils::tempdir();
for my $format ('plain', 'custom')
{
	my $file = "$directory/$format";
	my $copy = "copy_$format";

	$node->command_ok([ 'pg_dump', '--format', $format, '--file', $file, 'original' ],
		"$format dump");
	$node->safe_psql('postgres', "CREATE DATABASE $copy ENCODING UTF8 TEMPLATE template0");
	if ($format eq 'plain')
	{
		$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $file, '-d', $copy ],
			'plain restore');
		unlike(slurp_file($file), qr/\\x0[01]/, 'a dump holds texts, not bytes');
	}
	else
	{
		$node->command_ok([ 'pg_restore', '--exit-on-error', '--dbname', $copy, $file ],
			'custom restore');
	}
	is($node->safe_psql($copy, $rows), $before, "$format dump gives the same rows");
}

# Binary COPY goes through send and receive.
$node->safe_psql('original', qq{
	COPY (SELECT id, kept FROM desk.articles) TO '$directory/binary' (FORMAT binary);
	CREATE TABLE received (id int, kept desk.newsdoc);
	COPY received FROM '$directory/binary' (FORMAT binary);
});
is( $node->safe_psql('original', q{
	SELECT count(*) FROM received r JOIN desk.articles a USING (id)
	WHERE a.kept IS DISTINCT FROM r.kept
	   OR desk.news_article(a.kept) IS DISTINCT FROM desk.news_article(r.kept)}),
	'0', 'binary copy gives the same values');
is($node->safe_psql('original', 'SELECT count(*) FROM received'), '201', 'all of them');

$node->stop;
done_testing();
