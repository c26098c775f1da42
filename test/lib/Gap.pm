# Scores whom pronouns mean, as the GAP data set is scored: each text has one
# pronoun and two names, A and B, and for each name it is asked whether the
# pronoun means it.
#
#	gap_figures(gold file, found file)	figures in per cent, by name
#
# A name is meant when it overlaps a mention of the entity that newsread gives
# the pronoun.
package Gap;

use strict;
use warnings;
use Exporter 'import';
use Figures qw(read_lines);

our @EXPORT_OK = qw(gap_figures);

# The entity of the pronoun at this place, or undef.
sub entity_at
{
	my ($found, $start) = @_;
	my ($pronoun) = grep { $_->{start} == $start } @{ $found->{pronouns} };

	return $pronoun ? $pronoun->{entity} : undef;
}

# Whether a name is, at least in part, a mention of the entity.
sub is_named
{
	my ($found, $entity, $name) = @_;

	return scalar grep
	{
		defined $_->{entity} && $_->{entity} == $entity &&
		  $_->{start} < $name->{end} && $name->{start} < $_->{end}
	} @{ $found->{mentions} };
}

sub count_text
{
	my ($counts, $gold, $found) = @_;
	my ($pronoun) = grep { $_->{type} eq 'PRON' } @{ $gold->{entities} };
	my $entity = entity_at($found, $pronoun->{start});
	my $gender = $pronoun->{text} =~ /^(?:she|her|hers|herself)$/i ? 'women' : 'men';

	foreach my $name (grep { $_->{type} eq 'PER' } @{ $gold->{entities} })
	{
		my $meant = $name->{cluster} == $pronoun->{cluster};
		my $said = defined $entity && is_named($found, $entity, $name);

		foreach my $of ('all', $gender)
		{
			$counts->{$of}{gold}++ if $meant;
			$counts->{$of}{found}++ if $said;
			$counts->{$of}{right}++ if $meant && $said;
		}
	}
}

sub per_cent
{
	my ($part, $whole) = @_;

	return $whole ? sprintf('%.1f', 100 * $part / $whole) + 0 : 0;
}

sub gap_figures
{
	my ($gold_file, $found_file) = @_;
	my @found = read_lines($found_file);
	my %counts = map { $_ => { gold => 0, found => 0, right => 0 } } qw(all women men);

	count_text(\%counts, $_, shift @found) foreach read_lines($gold_file);

	my %f1 = map
	{
		my ($gold, $said, $right) = @{ $counts{$_} }{qw(gold found right)};

		$_ => per_cent(2 * $right, $gold + $said);
	} keys %counts;
	my $all = $counts{all};

	return (
		precision => per_cent($all->{right}, $all->{found}),
		recall => per_cent($all->{right}, $all->{gold}),
		f1 => $f1{all}, women => $f1{women}, men => $f1{men});
}

1;
