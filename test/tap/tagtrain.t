# The trainer of the tagger: the same texts give the same model, columns are
# printed as the text that they were made of, and texts that it cannot read end
# it with a line that says why.
use strict;
use warnings;
use lib 'test/lib';
use utf8;
use JSON::PP;
use Scratch qw($dir put bytes);
use Test::More;

plan skip_all => 'build/tagtrain is not here (make tools)' unless -x 'build/tagtrain';

sub train
{
	my ($model, @texts) = @_;
	my $said = qx(build/tagtrain -o $dir/$model @texts 2>&1);

	return ($? >> 8, $said);
}

# sentences of this project's own, in both forms
my $conll = put('a.conll', join('', map { <<"END" } qw(Olsen Ruiz Sato Koffi Brandt)));
# doc = $_
Maria\tB-PER
$_\tI-PER
visited\tO
the\tO
Harbour\tB-ORG
Board\tI-ORG
in\tO
Oslo\tB-LOC
.\tO

END
my $json = put('b.jsonl', <<'END');
{"text": "“Ça va,” Maria Ruiz said in Lima.", "entities": [{"start": 9, "end": 19, "type": "PER"}, {"start": 28, "end": 32, "type": "LOC"}]}
END

my ($status, $said) = train('one.model', "$conll:3", $json);

is($status, 0, 'texts of both forms are learned') or diag($said);
train('two.model', "$conll:3", $json);
ok(bytes('one.model') eq bytes('two.model'), 'the same texts give the same model');
is(-s "$dir/one.model", -s 'data/tagger.model', 'it is as large as the one in the library');
train('three.model', $json);
ok(bytes('one.model') ne bytes('three.model'), 'other texts give another model');

my $columns = put('f.conll', join('', map { "$_\n" } (
	'# doc = one', "“\tO", "Ça\tO", "va\tO", ",\tO", "”\tO", "Ana\tB-PER", "Ruiz\tI-PER",
	"'s\tO", "Harbour\tB-ORG", "Board\tI-ORG", "(\tO", "HB\tB-ORG", ")\tO", "said\tO",
	"Monday\tB-DATE", ".\tO", '', '# doc = two', "Lima\tB-GPE", "waits\tO", ".\tO", '')));

is_deeply([ map { decode_json($_) } qx(build/tagtrain --texts $columns) ],
	[ { id => 1, text => "“Ça va,” Ana Ruiz's Harbour Board (HB) said Monday.",
			entities => [ { start => 9, end => 17, type => 'PER' },
				{ start => 20, end => 33, type => 'ORG' },
				{ start => 35, end => 37, type => 'ORG' } ] },
		{ id => 2, text => 'Lima waits.',
			entities => [ { start => 0, end => 4, type => 'LOC' } ] } ],
	'columns are printed as texts with names, in code points');

foreach my $bad (
	[ 'a line without a tab', put('c.conll', "Maria B-PER\n"), qr/c\.conll:1: a line without a tab/ ],
	[ 'a line that is no JSON', put('d.jsonl', "{\n"), qr/without text or entities/ ],
	[   'an entity behind the end',
		put('e.jsonl', qq({"text": "Ana", "entities": [{"start": 0, "end": 9, "type": "PER"}]}\n)),
		qr/an entity outside its text/ ],
	[ 'a file that is not there', "$dir/none.jsonl", qr/No such file/ ])
{
	my ($what, $file, $expected) = @$bad;

	($status, $said) = train('bad.model', $file);
	is($status, 1, "$what: ends with 1");
	like($said, $expected, "$what: and says so");
}
done_testing();
