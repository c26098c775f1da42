# The trainer of the weights of quotations: the same texts give the same
# weights, and texts that it cannot read end it with a line that says why.
use strict;
use warnings;
use lib 'test/lib';
use JSON::PP;
use Scratch qw($dir put_bytes weights);
use Test::More;

plan skip_all => 'build/quotetrain is not here (make tools)' unless -x 'build/quotetrain';

sub train
{
	my ($name, @texts) = @_;
	my $said =
	  qx(build/quotetrain -e $dir/$name.e -r $dir/$name.r -s $dir/$name.s @texts 2>&1);

	return ($? >> 8, $said);
}

# A line as the trainer takes it: what is reported, by whom, with which cue.
sub line
{
	my ($text, @quotes) = @_;
	my @found = map
	{
		my ($content, $speaker, $cue) = @$_;
		my $cue_at = index($text, $cue);

		{ start => index($text, $content), end => index($text, $content) + length $content,
			speaker => $speaker, cue => $cue, cue_spans => [ [ $cue_at, $cue_at + length $cue ] ],
			type_group => 'direct' }
	} @quotes;

	return encode_json({ text => $text, quotes => \@found }) . "\n";
}

# sentences of this project's own
my $texts = put_bytes('a.jsonl', join('', map
{
	line(qq("The ferry is late today," $_ Ruiz said, adding that the "old crane" failed.),
		[ 'The ferry is late today', "$_ Ruiz", 'said' ],
		[ 'the "old crane" failed', "$_ Ruiz", 'adding' ]),
	line(qq($_ Byrne said that the port was "nearly empty" and left for Vila.),
		[ 'the port was "nearly empty"', "$_ Byrne", 'said' ])
} (qw(Maria Ana John Peter)) x 20));

my ($status, $said) = train('one', $texts);

is($status, 0, 'texts are learned') or diag($said);
like($said, qr/^\S+one\.r: \d+ choices, [\d.]+ % as people made them; \d+ weights$/m,
	'and how well is printed');
train('two', $texts);
is(weights("one.$_"), weights("two.$_"), "the same texts give the same weights ($_)")
  foreach qw(e r s);
like(weights("one.r"), qr/^\d+\t-?\d+\t\w+=\w+/m, 'each line says what it is for');
train('three', $texts, put_bytes('more.jsonl', join('',
	(line('A sign read "No ferries." Nobody spoke.', [ 'No ferries', 'A sign', 'read' ])) x 40)));
isnt(weights("one.r"), weights("three.r"), 'more texts give other weights');

($status, $said) = train('wide', put_bytes('d.jsonl',
	encode_json({ text => 'Ruiz said it.', quotes => [ { start => 5, end => 999, cue_spans => [ [ 7, 3 ] ] } ] }) . "\n"));
is($status, 0, 'offsets behind the text mean its end') or diag($said);

foreach my $bad (
	[ 'a line that is no JSON', put_bytes('b.jsonl', "{\n"), qr/b\.jsonl: line 1 is without text or quotes/ ],
	[ 'a line without quotes', put_bytes('c.jsonl', qq({"text": "Ana"}\n)), qr/line 1 is without text/ ],
	[ 'a file that is not there', "$dir/none.jsonl", qr/No such file/ ])
{
	my ($what, $file, $expected) = @$bad;

	($status, $said) = train('bad', $file);
	is($status, 1, "$what: ends with 1");
	like($said, $expected, "$what: and says so");
}
($status, $said) = (system("build/quotetrain $texts 2>/dev/null") >> 8, '');
is($status, 2, 'without the names of its results it does nothing');
done_testing();
