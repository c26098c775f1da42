# Reading a long text stops within a second of being asked to, leaves nothing
# behind, and the session goes on.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(time);

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION newsext');

# Texts of 100 MB each.
my %texts = (
	'prose' => q{repeat('“It rained on Monday,” Mayor Ana Ruiz said in Paris. ', 1800000)},
	'opening marks' => q{repeat('“', 33000000)},
	'one word' => q{repeat('x', 100000000)},
	'names' => q{repeat('Ana Ruiz ', 11000000)},
	'lines' => q{repeat(E'Ana\n', 25000000)},
	'letters and dots' => q{repeat('a. ', 33000000)});

# Early on and in the midst of the names.
for my $case ((map { [ $_, 400 ] } sort keys %texts), [ 'names', 4000 ])
{
	my ($name, $timeout) = @$case;
	my $what = "$name after $timeout ms";

	# The text is made before the clock starts.
	my ($code, $out, $err) = $node->psql('postgres', qq{
		CREATE TEMP TABLE long_text AS SELECT $texts{$name} AS body;
		SET statement_timeout = $timeout;
		SELECT clock_timestamp() AS start \\gset
		SELECT count(*) FROM long_text, news_quotes(body);
		RESET statement_timeout;
		SELECT extract(epoch FROM clock_timestamp() - :'start'::timestamptz);
		SELECT speaker FROM news_quotes('“It rained,” John Barrow said.');
		SELECT count(*) FROM pg_backend_memory_contexts WHERE name LIKE 'newsext reading%';
	}, on_error_stop => 0);
	my ($seconds, $speaker, $left) = (split /\n/, $out)[-3, -2, -1];

	like($err, qr/canceling statement due to statement timeout/, "$what: cancelled");
	cmp_ok($seconds, '<', $timeout / 1000 + 1, "$what: within a second of the time-out");
	is($speaker, 'John Barrow', "$what: the session goes on");
	is($left, '0', "$what: nothing is left in memory");
}

$node->stop;
done_testing();
