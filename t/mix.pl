# Articles are searched and written at the same time, seven searches to three
# inserts, with fastupdate on and off: nothing is lost, and at the end the
# index and the table say the same.
#
#	MIX_SECONDS		how long each lasts, 4 if not set; `make mix` takes 150
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $seconds = $ENV{MIX_SECONDS} // 4;
my $clients = 4;
my $node = PostgreSQL::Test::Cluster->new('mix');

$node->init(extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$node->append_conf('postgresql.conf', 'gin_pending_list_limit = 128kB');
$node->start;

my ($articles, $written) = ('', '');
IPC::Run::run([ 'test/bench/articles', '500' ], '>', \$articles) or die "test/bench/articles: $?\n";
my $file = "$ENV{TESTDATADIR}/mix_articles";
open(my $out, '>', $file) or die "$file: $!\n";
print $out $articles;
close($out) or die "$file: $!\n";

$node->safe_psql('postgres', qq{
	CREATE EXTENSION newsext;
	CREATE TABLE source (n int PRIMARY KEY, body text NOT NULL);
	COPY source FROM '$file';
});

# Words, speakers and names of the articles themselves.
my @queries = split(/\n/, $node->safe_psql('postgres', q{
	SELECT query FROM (
		SELECT DISTINCT word FROM source, news_quotes(body) q, regexp_split_to_table(lower(q.text), '[^a-z]+') word
		WHERE n <= 40 AND length(word) > 4 ORDER BY word LIMIT 12) w,
		unnest(ARRAY[word, left(word, 4) || '*', '!' || word, 'quote(kind:direct & ' || word || ')']) query
	UNION ALL
	SELECT query FROM (
		SELECT DISTINCT speaker FROM source, unnest(news_speakers(body)) speaker WHERE n <= 20 ORDER BY speaker LIMIT 20) s,
		unnest(ARRAY[format('speaker:"%s"', speaker), format('quote(speaker:"%s" & !cue:said)', speaker)]) query
	UNION ALL
	SELECT format('person:"%s" | place:"%s"', person, place) FROM (
		SELECT DISTINCT ON (n) n, person, place FROM source, unnest(news_people(body)) person, unnest(news_places(body)) place
		WHERE n <= 15 ORDER BY n, person, place) p}));
cmp_ok(scalar(@queries), '>', 60, 'there are queries');

my $list = join(', ', map { s/'/''/gr =~ s/.*/'$&'/r } @queries);
$node->safe_psql('postgres', qq{
	CREATE TABLE queries AS SELECT n, query::newsquery
	FROM unnest(ARRAY[$list]) WITH ORDINALITY u(query, n);
});

my $search = q{
\set n random(1, (SELECT_COUNT))
SET enable_seqscan = off;
SELECT count(*) FROM articles WHERE doc @@ (SELECT query FROM queries WHERE n = :n);
} =~ s/\(SELECT_COUNT\)/scalar(@queries)/er;
my $insert = q{
\set n random(1, 500)
INSERT INTO articles (doc) SELECT news_parse(body) FROM source WHERE n = :n;
};

for my $fastupdate (qw(on off))
{
	$node->safe_psql('postgres', qq{
		DROP TABLE IF EXISTS articles;
		CREATE TABLE articles (id bigint GENERATED ALWAYS AS IDENTITY, doc newsdoc NOT NULL);
		CREATE INDEX articles_doc ON articles USING gin (doc) WITH (fastupdate = $fastupdate);
	});
	my ($stdout, $stderr) = ('', '');
	my ($searches, $inserts) = map {
		my ($name, $script) = @$_;
		my $path = "$ENV{TESTDATADIR}/mix_$name.sql";
		open(my $handle, '>', $path) or die "$path: $!\n";
		print $handle $script;
		close($handle) or die "$path: $!\n";
		$path;
	} ([ search => $search ], [ insert => $insert ]);
	local %ENV = (%ENV, $node->_get_env);
	ok( IPC::Run::run(
			[ 'pgbench', '--no-vacuum', '--client' => $clients, '--jobs' => 2, '--time' => $seconds,
				'--file' => "$searches\@7", '--file' => "$inserts\@3", 'postgres' ],
			'>' => \$stdout, '2>' => \$stderr),
		"fastupdate $fastupdate: pgbench runs") or diag($stderr);
	my @transactions = $stdout =~ /^ - (\d+) transactions/mg;

	is(scalar(@transactions), 2, "fastupdate $fastupdate: both kinds were run") or diag($stdout);
	unlike($stdout, qr/number of failed transactions: [1-9]/, "fastupdate $fastupdate: none failed");
	is($node->safe_psql('postgres', 'SELECT count(*) FROM articles'), $transactions[1],
		"fastupdate $fastupdate: every insert is there");
	note("fastupdate $fastupdate: $transactions[0] searches, $transactions[1] inserts");
	my $found = q{SELECT q.n, count(*), md5(string_agg(a.id::text, ',' ORDER BY a.id))
		FROM queries q, articles a WHERE a.doc @@ q.query GROUP BY q.n ORDER BY q.n;};
	my $by_index = $node->safe_psql('postgres', "SET enable_seqscan = off; $found");
	my $by_table = $node->safe_psql('postgres',
		"SET enable_bitmapscan = off; SET enable_indexscan = off; $found");

	unlike($by_index, qr/\A\z/, "fastupdate $fastupdate: something is found");
	is($by_index, $by_table, "fastupdate $fastupdate: index and table say the same of every query");
	like($node->safe_psql('postgres', "SET enable_seqscan = off; EXPLAIN $found"), qr/articles_doc/,
		"fastupdate $fastupdate: the index was used");
}

$node->stop;
done_testing();
