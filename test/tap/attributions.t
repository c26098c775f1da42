# The figures of speakers and confidences, on cases small enough to be worked
# out by hand.
use strict;
use warnings;
use utf8;
use lib 'test/lib';
use Attributions qw(attributions is_no_person);
use JSON::PP;
use Scratch qw(put_bytes);
use Test::More;

binmode(Test::More->builder->$_, ':utf8') foreach qw(output failure_output);

my @persons = ('Ana Ruiz', 'Ruiz', 'Okoro');

foreach my $speaker ('officials', 'The Vila Post', 'a spokesman for Ana Ruiz', 'Ruiz’s aides', 'the Ruiz campaign',
	'aides, who spoke to Okoro,', 'the report', 'his brother', 'one of them')
{
	ok(is_no_person($speaker, @persons), "no person: $speaker");
}
foreach my $speaker ('he', 'They', 'who', 'his', 'she, too,', 'Ruiz', 'Mayor Ana Ruiz of Vila', 'Ruiz’s', 'Okoro himself',
	'a lawyer, Tom Okoro,', 'Okoro and others')
{
	ok(!is_no_person($speaker, @persons), "a person or a pronoun: $speaker");
}

# Twenty words, of which each quotation is one.
my $text = join(' ', map { "word$_" } 10 .. 29);

sub span { return [ $_[0] * 7, $_[0] * 7 + 6 ] }

sub gold
{
	my ($word, $type, $speaker, $name) = @_;
	my ($start, $end) = @{ span($word) };

	return { start => $start, end => $end, type => $type, speaker => $speaker, speaker_canonical => $name };
}

sub found
{
	my ($word, $kind, $confidence, $written, $name) = @_;

	return { spans => [ span($word) ], kind => $kind, confidence => $confidence,
		speaker_text => $written, speaker => $name };
}

sub file
{
	my ($name, @document) = @_;
	return put_bytes($name, encode_json({ id => 'x', @document }) . "\n");
}

my $gold = file('gold', text => $text, quotes => [
		gold(0, 'direct', 'Ruiz', 'Ana Ruiz'), gold(1, 'direct', 'the police', undef),
		gold(2, 'mixed', 'a study', 'a study'), gold(3, 'direct', 'a report', undef),
		gold(4, 'indirect', 'the union', undef), gold(5, 'direct', 'Mr. Okoro', 'Tom Okoro'),
		gold(6, 'direct', undef, undef) ]);
my $found = file('found', mentions => [ { type => 'person', text => 'Ana Ruiz' }, { type => 'person', text => 'Okoro' } ],
	quotes => [
		found(0, 'direct', 0.95, 'she', 'Ana Ruiz'), found(1, 'direct', 0.9, 'The police', 'police'),
		found(2, 'mixed', 0.4, 'Okoro', 'Okoro'), found(4, 'indirect', 1, 'the union', 'union'),
		found(5, 'mixed', 0.95, 'Mr. Ruiz', 'Ana Ruiz'), found(6, 'direct', 0.95, 'Ruiz', 'Ana Ruiz'),
		found(7, 'direct', 0.95, 'Ruiz', 'Ana Ruiz') ]);

# no person: the police (right), a study (wrong), a report (not found); sure:
# Ruiz (wrong as written, right by name) and the police
is_deeply({ attributions($gold, $found, 'written') },
	{ judged => 5, others => 3, others_found => 2, others_right => 50, sure => 2, sure_wrong => 50, gap => undef,
		tenths => [ [ 0.4, 1, 40, 0 ], [ 0.9, 4, 95, 50 ] ] },
	'as written');
is_deeply({ attributions($gold, $found, 'name') },
	{ judged => 3, others => 3, others_found => 1, others_right => 0, sure => 1, sure_wrong => 0, gap => undef,
		tenths => [ [ 0.4, 1, 40, 0 ], [ 0.9, 2, 95, 50 ] ] },
	'by name');

# thirty in a tenth are enough to be compared
my @many = map { gold($_ % 20, 'direct', 'Ruiz', undef) } 0 .. 29;
my @pieces = map { found($_ % 20, 'direct', 0.8, $_ < 20 ? 'Ruiz' : 'Okoro', undef) } 0 .. 29;

my %many = attributions(file('gold', text => $text, quotes => \@many),
	file('found', mentions => [], quotes => \@pieces), 'written');

is($many{judged}, 30, 'thirty quotations');
is(sprintf('%.3f', $many{gap}), sprintf('%.3f', 80 - 2000 / 30), 'the greatest gap');
done_testing();
