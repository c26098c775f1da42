# The trainer of the weights of pronouns: the same texts give the same weights,
# those of the library are for the facts as they are, and texts that it cannot
# read end it with a line that says why.
use strict;
use warnings;
use lib 'test/lib';
use JSON::PP;
use Scratch qw($dir put_bytes weights);
use Test::More;

plan skip_all => 'build/prontrain is not here (make tools)' unless -x 'build/prontrain';

sub train
{
	my ($weights, @texts) = @_;
	my $said = qx(build/prontrain -o $dir/$weights @texts 2>&1);

	return ($? >> 8, $said);
}

# A line of GAP's kind: the pronoun means the first name.
sub line
{
	my ($text, $pronoun, @names) = @_;
	my $cluster = 0;
	my @entities = map
	{
		{ start => index($text, $_), end => index($text, $_) + length, type => 'PER',
			cluster => $cluster++ }
	} @names;
	my $start = index($text, " $pronoun ") + 1;

	push @entities, { start => $start, end => $start + length($pronoun), type => 'PRON',
		cluster => 0 };
	return encode_json({ text => $text, entities => \@entities }) . "\n";
}

# sentences of this project's own
my $texts = put_bytes('a.jsonl', join('', map
{
	line("Maria $_ invited Ana Koffi because she was late.", 'she', "Maria $_", 'Ana Koffi'),
	line("Peter $_ wrote to John Brandt. Then he left.", 'he', "Peter $_", 'John Brandt')
} qw(Olsen Ruiz Sato Costa Byrne)));

my ($status, $said) = train('one.tsv', $texts);

is($status, 0, 'texts are learned') or diag($said);
like($said, qr/^ +0:( +[\d.]+){9}$/m, 'and how well is printed');
train('two.tsv', $texts);
is(weights("one.tsv"), weights("two.tsv"), 'the same texts give the same weights');
like(weights("one.tsv"), qr/^\d+\t-?\d+\tPLACE=SAME$/m, 'each line says what it is for');
train('three.tsv', $texts, "+$texts");
isnt(weights("one.tsv"), weights("three.tsv"), 'more texts give other weights');

foreach my $bad (
	[ 'a line that is no JSON', put_bytes('b.jsonl', "{\n"), qr/b\.jsonl: line 1 is without text or entities/ ],
	[ 'a line without entities', put_bytes('c.jsonl', qq({"text": "Ana"}\n)), qr/line 1 is without text/ ],
	[ 'a file that is not there', "$dir/none.jsonl", qr/No such file/ ])
{
	my ($what, $file, $expected) = @$bad;

	($status, $said) = train('bad.tsv', $file);
	is($status, 1, "$what: ends with 1");
	like($said, $expected, "$what: and says so");
}
done_testing();
