# A physical replica gives the same answers, and its indexes do, too.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $primary = PostgreSQL::Test::Cluster->new('primary');
$primary->init(allows_streaming => 1, extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$primary->start;
$primary->safe_psql('postgres', q{
	CREATE EXTENSION newsext;
	CREATE TABLE articles (
		id int PRIMARY KEY,
		body text NOT NULL,
		doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
	CREATE INDEX speakers ON articles USING gin (news_speakers(doc));
	SELECT news_create_views('articles', 'id', 'doc');
});
$primary->backup('backup');

my $replica = PostgreSQL::Test::Cluster->new('replica');
$replica->init_from_backup($primary, 'backup', has_streaming => 1);
$replica->start;

$primary->safe_psql('postgres', q{
	INSERT INTO articles (id, body)
	SELECT n, '“It rained on day ' || n || ',” ' ||
		CASE WHEN n % 50 = 0 THEN 'Mayor Ana Ruiz' ELSE 'John Barrow' END ||
		' said in Paris. “It did,” the mayor added.'
	FROM generate_series(1, 500) n;
	UPDATE articles SET body = '“It snowed,” Helen Castle said.' WHERE id = 7;
	DELETE FROM articles WHERE id = 8;
});
$primary->wait_for_catchup($replica);

my @questions = (
	[ 'rows of the stored documents' => q{
		SELECT md5(string_agg(q::text, '|' ORDER BY id, quote_no)) FROM articles_quotes q} ],
	[ 'readings of the text on the replica itself' => q{
		SELECT md5(string_agg(m::text, '|' ORDER BY id, mention_no))
		FROM articles, news_mentions(body) m} ],
	[ 'stored documents and readings' => q{
		SELECT count(*) FROM articles
		WHERE news_article(doc) IS DISTINCT FROM news_article(body)
		   OR news_people(doc) <> news_people(body)} ],
	[ 'the index on speakers' => q{
		SET enable_seqscan = off;
		SELECT string_agg(id::text, ' ' ORDER BY id) FROM articles
		WHERE news_speakers(doc) @> ARRAY['Helen Castle']} ],
	[ 'the version' => 'SELECT news_version()' ]);
for my $question (@questions)
{
	my ($name, $sql) = @$question;
	my $answer = $primary->safe_psql('postgres', $sql);

	isnt($answer, '', "$name: an answer");
	is($replica->safe_psql('postgres', $sql), $answer, "$name: the same on the replica");
}
is($replica->safe_psql('postgres', $questions[3][1]), '7', 'the replica finds the new row by the index');

$replica->stop;
$primary->stop;
done_testing();
