# test/bench/articles makes articles like news: the same for the same seed, as
# long as news is, with other names than the samples have.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use JSON::PP;
use Test::More;

my $number = 50;

sub articles
{
	my ($seed) = @_;
	my $text = `test/bench/articles $number $seed`;

	is($?, 0, "articles of seed $seed");
	utf8::decode($text);
	return $text;
}

my $text = articles(1);

is(articles(1), $text, 'the same seed gives the same articles');
isnt(articles(2), $text, 'another seed gives others');

my @rows = map { [ split(/\t/) ] } split(/\n/, $text);
my @bodies = map { $_->[1] =~ s/\\n/\n/gr } @rows;

is(join(' ', map { $_->[0] } @rows), join(' ', 1 .. $number), 'numbered');
is(scalar(grep { @$_ != 2 } @rows), 0, 'two columns each');
is(scalar(grep { /[\\{}<>\r]|None|\('/ } @bodies), 0, 'nothing is left of how they were made');
is(scalar(grep { /^\s*$/ } map { split(/\n\n/) } @bodies), 0, 'no paragraph is empty');

my @lengths = sort { $a <=> $b } map { length } @bodies;
my $median = $lengths[ @lengths / 2 ];

cmp_ok($lengths[0], '>', 300, 'none is shorter than news');
cmp_ok($lengths[-1], '<', 45000, 'none is longer');
cmp_ok(abs($median - 3600), '<', 1000, "their median length is $median");

my %words;

$words{ lc() }++ foreach "@bodies" =~ /\w+/g;
cmp_ok(scalar keys %words, '>', 4000, keys(%words) . ' different words');

# Surnames of the samples that no list has
my %listed = map { (split(/\t/))[0] => 1 } map { split(/\n/, read_file($_)) } glob('data/lexicon/*.tsv');
my @surnames = grep { length > 5 && !$listed{$_} }
  map { (split(' ', $_->{canonical}))[-1] }
  grep { $_->{type} eq 'person' && $_->{canonical} }
  map { @{ decode_json(read_file($_, ':raw'))->{entities} } } glob('data/samples/*.gold.json');
my @kept = grep { my $name = $_; grep { /\b\Q$name\E\b/i } @bodies } @surnames;

cmp_ok(scalar @surnames, '>', 30, 'the samples have names of their own');
is("@kept", '', 'and keep them');
done_testing();
