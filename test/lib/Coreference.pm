# How well names are brought together: the B-cubed figure (Bagga and Baldwin
# 1998) of named persons, organisations and places.
#
#	bcubed(gold, found)		figures in per cent, by name, for two corpora:
#							{ id => { "start end" => entity } }
#
# A mention is a name at its exact place, of whatever of the three kinds.  As
# in the scorer of the CoNLL-2011 and 2012 shared tasks, both sides keep the
# mentions that the other side lacks.  Precision is the mean over the mentions
# found, recall the mean over the gold mentions; one that the other side lacks
# counts as wrong there (0), and in the entities that it belongs to it counts
# as one more member.
#
#	precision, recall, f1	over all mentions: finding and joining
#	joined					F1 over the mentions of both sides alone, which
#							says nothing of how well names are found
package Coreference;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT_OK = qw(bcubed named);

my %kinds = map { $_ => 1 } qw(PER ORG LOC person org place);

# { "start end" => entity } of a list of mentions with type, start, end, and
# what is called $field; a mention without entity is one by itself.
sub named
{
	my ($mentions, $field) = @_;

	return { map { ("$_->{start} $_->{end}" => $_->{$field} // "alone $_->{start}") }
		grep { $kinds{ $_->{type} } } @$mentions };
}

# { entity => { mention => 1 } }
sub clusters
{
	my ($mentions) = @_;
	my %clusters;

	$clusters{ $mentions->{$_} }{$_} = 1 foreach keys %$mentions;
	return \%clusters;
}

# The sum over mentions of which part of their entity on this side is in
# their entity on the other.
sub shares
{
	my ($mine, $other) = @_;
	my ($my_clusters, $other_clusters) = map { clusters($_) } $mine, $other;
	my $sum = 0;

	foreach my $mention (grep { exists $other->{$_} } keys %$mine)
	{
		my $cluster = $my_clusters->{ $mine->{$mention} };
		my $counterpart = $other_clusters->{ $other->{$mention} };
		my $common = grep { $counterpart->{$_} } keys %$cluster;

		$sum += $common / keys %$cluster;
	}
	return $sum;
}

sub common_part
{
	my ($mine, $other) = @_;
	return { map { ($_ => $mine->{$_}) } grep { exists $other->{$_} } keys %$mine };
}

# Precision, recall and F1, in per cent.
sub scores
{
	my (@pairs) = @_;
	my ($right_found, $found, $right_gold, $gold) = (0, 0, 0, 0);

	foreach my $pair (@pairs)
	{
		my ($g, $f) = @$pair;

		$right_found += shares($f, $g);
		$right_gold += shares($g, $f);
		$found += keys %$f;
		$gold += keys %$g;
	}
	my $precision = $found ? $right_found / $found : 0;
	my $recall = $gold ? $right_gold / $gold : 0;
	my $f1 = $precision + $recall ? 2 * $precision * $recall / ($precision + $recall) : 0;

	return map { sprintf('%.1f', 100 * $_) + 0 } $precision, $recall, $f1;
}

sub bcubed
{
	my ($gold, $found) = @_;
	my @pairs = map { [ $gold->{$_}, $found->{$_} // {} ] } sort keys %$gold;
	my ($precision, $recall, $f1) = scores(@pairs);
	my (undef, undef, $joined) =
	  scores(map { [ common_part(@$_), common_part(@$_[ 1, 0 ]) ] } @pairs);

	return (precision => $precision, recall => $recall, f1 => $f1, joined => $joined);
}

1;
