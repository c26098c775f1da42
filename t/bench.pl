# The table of `make bench` over a few articles: every line is measured, and
# those that depend on no clock are as they should be.
use strict;
use warnings FATAL => 'all';

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding', 'UTF8', '--no-locale' ]);
$node->start;

my @psql = ('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('postgres'));

command_ok([ @psql, '-f', 'test/bench/tables.sql' ], 'the tables are made');
command_ok([ @psql, '-c', q{\copy articles (id, body) FROM PROGRAM 'test/bench/articles 100'} ],
	'articles are loaded');
command_ok([ @psql, '-v', 'runs=1', '-f', 'test/bench/measure.sql' ], 'everything is measured');
$node->safe_psql('postgres', 'CALL memory_result(private_bytes(), private_bytes())');

is($node->safe_psql('postgres', 'SELECT count(*), count(ratio) FROM result'), '8|8', 'eight lines');
is($node->safe_psql('postgres', q{SELECT count(*) FROM result WHERE what ~ 'NOT IN PARALLEL'}),
	'0', 'two processes are used');
cmp_ok($node->safe_psql('postgres', q{SELECT ratio FROM result WHERE what LIKE 'stored%'}),
	'<', 0.7, 'a newsdoc is smaller than a tsvector');
cmp_ok($node->safe_psql('postgres', 'SELECT count(*) FROM estimate'), '>=', 30,
	'thirty estimates and more');
command_like([ @psql, '-v', 'processor=some', '-f', 'test/bench/results.sql' ],
	qr/news_parse\(body\).*to_tsvector.*<= 1 .*Searches.*speaker:.*Rows that the planner expects/s,
	'and all is printed');
$node->stop;
done_testing();
