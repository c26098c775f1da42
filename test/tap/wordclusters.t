# The grouping of words: words of one use get one number, the same texts give
# the same list, and texts that cannot be read end it with a line that says why.
use strict;
use warnings;
use lib 'test/lib';
use Scratch qw($dir put bytes);
use Test::More;

plan skip_all => 'build/wordclusters is not here (make tools)' unless -x 'build/wordclusters';

sub group
{
	my ($list, @arguments) = @_;
	my $said = qx(build/wordclusters -o $dir/$list @arguments 2>&1);

	return ($? >> 8, $said);
}

sub numbers
{
	my ($list) = @_;

	return map { /^([^#\t][^\t]*)\t(\d+)$/ ? ($1, $2) : () } split(/\n/, bytes($list));
}

# Sentences of this project's own: who greets whom, each with each.
my @people = ("Ana", "Ren\x{e9}", "O\x{2019}Hara", 'J.');
my @verbs = qw(greeted thanked met);
my @lines;

foreach my $one (@people)
{
	foreach my $verb (@verbs)
	{
		push(@lines, map { "$one\tB-PER\n$verb\tO\n$_\tB-PER\nin\tO\n1,987\tO\n.\tO\n\n" } @people);
	}
}
my $first = put('a.conll', join('', "# doc = a\n", @lines));
my $second = put('b.conll', "Later\tO\nhe\tO\nmet\tO\nana\tO\n.\tO\n");

my ($status, $said) = group('one.tsv', '-k', 5, '-m', 2, $first, $second);

is($status, 0, 'words are grouped') or diag($said);

my %number = numbers('one.tsv');
my $list = bytes('one.tsv');

is(join(' ', map { /^([^#\t][^\t]*)\t/ ? $1 : () } split(/\n/, $list)),
	"ana greeted in j. met o'hara rene thanked",
	'folded words in the order of bytes, without numbers, signs and rare words');
is(scalar(keys %{ { map { $_ => 1 } @number{ qw(ana rene j.), "o'hara" } } }), 1,
	'names that stand in the same places have one number');
is(scalar(keys %{ { map { $_ => 1 } @number{qw(greeted met thanked)} } }), 1, 'so do verbs');
isnt($number{ana}, $number{met}, 'but not names and verbs');
ok(!(grep { $_ < 1 || $_ > 5 } values %number), 'there are as many clusters as were asked for');
like($list, qr/\A# Words by how they are used.*^# word\tcluster\n[^#]+\z/ms,
	'the list says what it is');

group('two.tsv', '-k', 5, '-m', 2, $first, $second);
ok($list eq bytes('two.tsv'), 'the same texts give the same list');
group('three.tsv', '-k', 5, '-m', 2, $second, $first);
ok($list eq bytes('three.tsv'), 'in either order');
group('four.tsv', '-k', 5, '-m', 1, $first, $second);
ok({ numbers('four.tsv') }->{later}, 'rare words are listed when they are asked for');

# the list is one that the lexicon takes
SKIP:
{
	skip 'build/lexc is not here', 1 unless -x 'build/lexc';
	mkdir("$dir/lists");
	rename("$dir/two.tsv", "$dir/lists/clusters.tsv") or die "clusters.tsv: $!\n";
	is(system("build/lexc -o $dir/lexicon.bin $dir/lists/clusters.tsv"), 0, 'the lexicon takes it');
}

foreach my $bad (
	[ 'a line without a tab', put('c.conll', "Ana\tO\nwaved O\n"), qr/c\.conll:2: a line without a tab/ ],
	[ 'a zero byte', put('d.conll', "A\0na\tO\n"), qr/d\.conll:1: a zero byte/ ],
	[ 'no text', put('e.conll', ''), qr/no word is used 6 times/ ],
	[ 'only rare words', $second, qr/no word is used 6 times/ ],
	[ 'a directory', $dir, qr/Is a directory/ ],
	[ 'a file that is not there', "$dir/none.conll", qr/none\.conll: No such file/ ])
{
	my ($what, $file, $expected) = @$bad;

	($status, $said) = group('bad.tsv', $file);
	is($status, 1, "$what: ends with 1");
	like($said, qr/\Awordclusters: .*$expected.*\n\z/, "$what: and says so in one line");
	ok(!-e "$dir/bad.tsv", "$what: and writes nothing");
}

foreach my $bad ('-k 0', '-k 4097', '-k many', '-k 3x', '-k -1', '-m 0', '--what')
{
	($status, $said) = group('bad.tsv', $bad, $first);
	is($status, 2, "$bad: ends with 2");
}
($status, $said) = group('one.tsv');
is($status, 2, 'no file: ends with 2');
like($said, qr/^usage:/, 'and tells how it is used');
done_testing();
