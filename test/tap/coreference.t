# The B-cubed figure that the entities are measured with, on cases small enough
# to be worked out by hand.
use strict;
use warnings;
use lib 'test/lib';
use Coreference qw(bcubed named);
use Test::More;

my %gold = (x => { a => 1, b => 1, c => 1, d => 2, e => 2 });

is_deeply({ bcubed(\%gold, \%gold) }, { precision => 100, recall => 100, f1 => 100, joined => 100 },
	'all right');
is_deeply({ bcubed(\%gold, { x => { a => 7, b => 7, c => 8, d => 8, e => 8 } }) },
	# precision 1 1 1/3 2/3 2/3, recall 2/3 2/3 1/3 1 1
	{ precision => 73.3, recall => 73.3, f1 => 73.3, joined => 73.3 },
	'one on the wrong side');
is_deeply({ bcubed(\%gold, { x => { a => 7, b => 7, f => 7, d => 8 } }) },
	# precision 2/3 2/3 0 1, recall 2/3 2/3 0 1/2 0
	{ precision => 58.3, recall => 36.7, f1 => 45, joined => 100 },
	'mentions that the other side lacks count as wrong, but not for joining');
is_deeply({ bcubed(\%gold, {}) }, { precision => 0, recall => 0, f1 => 0, joined => 0 },
	'an article that was not read');
is_deeply(
	named([ { type => 'PER', start => 0, end => 3, cluster => 4 },
			{ type => 'DATE', start => 5, end => 9, cluster => 4 },
			{ type => 'org', start => 7, end => 9, cluster => undef } ], 'cluster'),
	{ '0 3' => 4, '7 9' => 'alone 7' },
	'names of three kinds are taken');
done_testing();
