# Measures the reader on development corpora that lie beside the tree, in
# ../shared, with the scorer that lies with them.
package Corpora;

use strict;
use warnings;
use Exporter 'import';
use File::Temp;
use JSON::PP;
use Coreference qw(bcubed named);
use Gap qw(gap_figures);

our @EXPORT_OK = qw(corpora measure);

my $data = '../shared/data';
my $score = '../shared/eval/score.py';

# name, gold file, what to score, and for which kinds; pronouns are scored by
# Gap.pm, on texts that the weights were learned from: build/prontrain prints
# what is reached on others
sub corpora
{
	my @list = (
		[ 'seed_direct', "$data/seed/gold.jsonl", 'quotes', 'direct,mixed' ],
		[ 'seed_indirect', "$data/seed/gold.jsonl", 'quotes', 'indirect' ],
		[ 'seed_names', "$data/seed/gold.jsonl", 'mentions', 'person,org,place' ],
		[ 'polnear_direct', "$data/quotes/polnear_dev.jsonl", 'quotes', 'direct,mixed' ],
		[ 'polnear_indirect', "$data/quotes/polnear_dev.jsonl", 'quotes', 'indirect' ],
		[ 'gum_direct', "$data/quotes/gum_news.jsonl", 'quotes', 'direct,mixed' ],
		[ 'worldwide_names', "$data/names/worldwide_dev.jsonl", 'mentions', 'person,org,place' ],
		# relative dates are marked in none but the last of these
		[ 'worldwide_dates', "$data/names/worldwide_dev.jsonl", 'mentions', 'date' ],
		[ 'worldwide_money', "$data/names/worldwide_dev.jsonl", 'mentions', 'money' ],
		[ 'gum_dates', "$data/names/gum_news.jsonl", 'mentions', 'date' ],
		[ 'wsj_amounts', "$data/names/nne_masc_wsj.jsonl", 'mentions', 'date,money,percent' ],
		[ 'gum_entities', "$data/names/gum_news_coref.jsonl", 'entities', '' ],
		[ 'gap', "$data/names/gap_development.jsonl", 'pronouns', '' ]);

	return map { { name => $_->[0], gold => $_->[1], what => $_->[2], kinds => $_->[3] } } @list;
}

my %readings;

# What newsread finds in a corpus, read once.
sub reading
{
	my ($gold) = @_;

	return $readings{$gold} if $readings{$gold};
	my $file = File::Temp->new;

	system("build/newsread --jsonl '$gold' >'$file'") == 0 or die "newsread failed on $gold\n";
	return $readings{$gold} = $file;
}

sub lines
{
	my ($path) = @_;

	open(my $file, '<', $path) or die "$path: $!\n";
	return map { decode_json($_) } <$file>;
}

# The mentions of gum_news_coref are whole noun phrases, pronouns too.  Those
# that are names, cut to the name, lie beside it with the same clusters.
sub measure_entities
{
	my ($gold) = @_;
	my $names = $gold =~ s/_coref\.jsonl$/.jsonl/r;
	my %gold = map { ($_->{id} => named($_->{entities}, 'cluster')) } lines($names);
	my %found = map { ($_->{id} => named($_->{mentions}, 'entity')) } lines(reading($gold));

	return bcubed(\%gold, \%found);
}

# Figures by name; of [precision, recall, F1] the last.
sub measure
{
	my ($corpus) = @_;

	return measure_entities($corpus->{gold}) if $corpus->{what} eq 'entities';
	my $found = reading($corpus->{gold});

	return gap_figures($corpus->{gold}, $found) if $corpus->{what} eq 'pronouns';

	my $scores = decode_json(
		scalar qx{python3 '$score' $corpus->{what} '$corpus->{gold}' '$found' --kinds $corpus->{kinds}});

	return map { $_ => ref $scores->{$_} eq 'ARRAY' ? $scores->{$_}[2] : $scores->{$_} }
	  grep { ref $scores->{$_} ne 'HASH' && defined $scores->{$_} } keys %$scores;
}

1;
