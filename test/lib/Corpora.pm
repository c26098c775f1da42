# Measures the reader on development corpora that lie beside the tree, in
# ../shared, with the scorer that lies with them.
#
#	corpora()						what is measured, see below
#	is_here(corpus)					whether its file is there
#	measure(corpus)					figures in per cent and counts, by name
#	figures_of(what, gold, found, kinds)	the same for files of one's own
#	measure_entities(gold, found)	those of who is who
#	heading(table), row(name, table, goal, figures)		print a table
#	tenths(name, tenths)			print a table of confidences
package Corpora;

use strict;
use warnings;
use Exporter 'import';
use File::Temp;
use JSON::PP;
use Attributions qw(attributions);
use Coreference qw(bcubed named);
use Figures qw(read_lines);
use Gap qw(gap_figures);

our @EXPORT_OK = qw(corpora is_here measure measure_entities figures_of heading row tenths);

my $data = '../shared/data';
my $score = '../shared/eval/score.py';
my $names = 'person,org,place';

# The columns of each table.  Precision and recall are those of the strict
# figure; a kind's own figure, like all others, is F1.
my %columns = (
	quotes => [ qw(docs gold pred exact iou8 iou3 overlap overlap_precision speaker
		  speaker_f1 speaker_abstained name name_abstained cue) ],
	attributions => [ qw(judged others others_found others_right sure sure_wrong gap) ],
	names => [ qw(docs gold pred precision recall strict span loose person org place) ],
	amounts => [ qw(docs gold pred precision recall strict span loose date money percent) ],
	entities => [ qw(docs gold pred precision recall f1 joined) ],
	pronouns => [ qw(precision recall f1 women men) ]);
my %titles = (docs => 'texts', pred => 'found', strict => 'F1', f1 => 'F1',
	overlap_precision => 'ovl prec', others_found => 'found', others_right => 'right',
	sure_wrong => 'wrong', speaker_f1 => 'spk F1', speaker_abstained => 'spk none', name_abstained => 'name none');

# Table, name, gold file, for which kinds (in the table of attributions by what
# speakers are judged), the figures to be reached, and the media if they are not
# those of news_quotes.
# Pronouns are scored by Gap.pm, on texts that the weights were learned from:
# build/prontrain prints what is reached on others.
sub corpora
{
	my @list = (
		[ 'quotes', 'seed_direct', 'seed/gold.jsonl', 'direct,mixed' ],
		[ 'quotes', 'seed_indirect', 'seed/gold.jsonl', 'indirect' ],
		[ 'quotes', 'polnear_direct', 'quotes/polnear_dev.jsonl', 'direct,mixed',
			'exact 80, iou8 85, iou3 93, speaker 91, cue 92, spk F1 83' ],
		[ 'quotes', 'polnear_direct_only', 'quotes/polnear_dev.jsonl', 'direct' ],
		[ 'quotes', 'polnear_mixed_only', 'quotes/polnear_dev.jsonl', 'mixed' ],
		[ 'quotes', 'polnear_indirect', 'quotes/polnear_dev.jsonl', 'indirect' ],
		[ 'quotes', 'polnear_indirect_all', 'quotes/polnear_dev.jsonl', 'indirect',
			'with thoughts and attitudes', 'all' ],
		[ 'quotes', 'gum_direct', 'quotes/gum_news.jsonl', 'direct,mixed',
			'its names were learned' ],
		[ 'quotes', 'gum_direct_only', 'quotes/gum_news.jsonl', 'direct' ],
		[ 'quotes', 'gum_mixed_only', 'quotes/gum_news.jsonl', 'mixed' ],
		[ 'quotes', 'gum_indirect', 'quotes/gum_news.jsonl', 'indirect' ],
		[ 'quotes', 'gum_all', 'quotes/gum_news.jsonl', 'direct,mixed,indirect', 'name 80' ],
		# speakers as written, and as resolved where the gold has names
		[ 'attributions', 'polnear_speakers', 'quotes/polnear_dev.jsonl', 'written' ],
		[ 'attributions', 'seed_names_of', 'seed/gold.jsonl', 'name' ],
		[ 'attributions', 'gum_names_of', 'quotes/gum_news.jsonl', 'name' ],
		[ 'names', 'seed_names', 'seed/gold.jsonl', $names, 'F1 98' ],
		[ 'names', 'worldwide_names', 'names/worldwide_dev.jsonl', $names,
			'F1 80, person 87, org 66, place 83' ],
		[ 'names', 'ewt_test_names', 'names/sharealike_uner_ewt.test.jsonl', $names, 'F1 76' ],
		[ 'names', 'ewt_dev_names', 'names/sharealike_uner_ewt.dev.jsonl', $names ],
		[ 'names', 'gmb_names', 'names/silver_gmb.test.conll', $names ],
		# relative dates are marked in none but the last of these
		[ 'amounts', 'worldwide_dates', 'names/worldwide_dev.jsonl', 'date' ],
		[ 'amounts', 'worldwide_money', 'names/worldwide_dev.jsonl', 'money' ],
		[ 'amounts', 'gum_dates', 'names/gum_news.jsonl', 'date' ],
		[ 'amounts', 'wsj_amounts', 'names/nne_masc_wsj.jsonl', 'date,money,percent' ],
		[ 'entities', 'gum_entities', 'names/gum_news_coref.jsonl', '',
			'its names were learned; gum_folds has those of models that did not' ],
		[ 'pronouns', 'gap', 'names/gap_development.jsonl', '',
			'F1 68, precision 80; its pronouns were learned' ]);

	return map { { table => $_->[0], name => $_->[1], file => "$data/$_->[2]",
		kinds => $_->[3], goal => $_->[4] // '', media => $_->[5] } } @list;
}

sub is_here
{
	my ($corpus) = @_;
	return -f $corpus->{file};
}

my (%texts, %readings);

# The file itself, or the texts that its columns make.
sub gold_of
{
	my ($file) = @_;

	return $file if $file !~ /\.conll$/;
	if (!$texts{$file})
	{
		$texts{$file} = File::Temp->new;
		system("build/tagtrain --texts '$file' >'$texts{$file}'") == 0
		  or die "tagtrain failed on $file\n";
	}
	return "$texts{$file}";
}

# What newsread finds in a corpus, read once.
sub reading
{
	my ($gold, $media) = @_;
	my $options = $media ? "--media $media" : '';

	return $readings{"$options $gold"} if $readings{"$options $gold"};
	my $file = File::Temp->new;

	system("build/newsread $options --jsonl '$gold' >'$file'") == 0
	  or die "newsread failed on $gold\n";
	return $readings{"$options $gold"} = $file;
}

# The mentions of gum_news_coref are whole noun phrases, pronouns too.  Those
# that are names, cut to the name, lie beside it with the same clusters.
sub measure_entities
{
	my ($gold, $read) = @_;
	my $names = $gold =~ s/_coref\.jsonl$/.jsonl/r;
	my %gold = map { ($_->{id} => named($_->{entities}, 'cluster')) } read_lines($names);
	my %found = map { ($_->{id} => named($_->{mentions}, 'entity')) } read_lines($read);
	my ($in_gold, $in_found) = (0, 0);

	$in_gold += keys %$_ foreach values %gold;
	$in_found += keys %$_ foreach values %found;
	return (docs => scalar keys %gold, gold => $in_gold, pred => $in_found,
		bcubed(\%gold, \%found));
}

# Of the scorer's [precision, recall, F1] the last; of "strict" all three, and
# the last of each kind.
sub figures_of
{
	my ($what, $gold, $found, $kinds) = @_;
	my $scores =
	  decode_json(scalar qx{python3 '$score' $what '$gold' '$found' --kinds $kinds});
	my $by_kind = delete $scores->{by_kind} // {};
	my %figures = map { ($_ => $by_kind->{$_}[2]) } keys %$by_kind;

	@figures{qw(precision recall)} = @{ $scores->{strict} } if $scores->{strict};
	$figures{overlap_precision} = $scores->{overlap}[0] if $scores->{overlap};
	foreach my $measure (grep { defined $scores->{$_} } keys %$scores)
	{
		my $figure = $scores->{$measure};

		$figures{$measure} = ref $figure eq 'ARRAY' ? $figure->[2] : $figure;
	}
	return %figures;
}

sub measure
{
	my ($corpus) = @_;
	my $gold = gold_of($corpus->{file});
	my $read = reading($gold, $corpus->{media});

	return measure_entities($gold, $read) if $corpus->{table} eq 'entities';
	return attributions($gold, $read, $corpus->{kinds}) if $corpus->{table} eq 'attributions';
	return gap_figures($gold, $read) if $corpus->{table} eq 'pronouns';
	return figures_of($corpus->{table} eq 'quotes' ? 'quotes' : 'mentions',
		$gold, $read, $corpus->{kinds});
}

sub heading
{
	my ($table) = @_;

	printf "\n%-22s", $table;
	printf ' %9s', $titles{$_} // $_ foreach @{ $columns{$table} };
	print $table eq 'names' ? "  to be reached\n" : "\n";
}

sub row
{
	my ($name, $table, $goal, %figures) = @_;
	my $line = sprintf('%-22s', $name);

	foreach my $column (@{ $columns{$table} })
	{
		my $form = $column =~ /^(docs|gold|pred|judged|others|others_found|sure)$/ ? '%d' : '%.1f';

		$line .= sprintf(' %9s', defined $figures{$column} ? sprintf($form, $figures{$column}) : '-');
	}
	print $line, $goal ? "  $goal" : '', "\n";
}

# How many quotations, their mean confidence and the share right, of each tenth
# of the confidence.
sub tenths
{
	my ($name, @tenths) = @_;

	printf "\n%-22s %9s %9s %9s\n", $name, qw(found sure right);
	printf "%-22s %9d %9.1f %9.1f\n", "  confidence $_->[0]", @$_[ 1 .. 3 ] foreach @tenths;
}

1;
