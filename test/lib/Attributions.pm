# Whether quotations that were found where they are have the right speakers,
# and whether their confidence says so.
#
#	attributions(gold file, found file, by)		figures in per cent and counts
#
# Pieces are paired as score.py pairs them, one to one, best first, those that
# share at least three tenths of their letters.  A speaker is judged where the
# gold names one: "written", the words beside the quotation share one that is
# no title or article with the gold's; "name", the words of the resolved name
# are among those of the gold's, or the other way about.
#
#	judged			pairs whose speaker can be judged
#	others			direct and mixed gold pieces that no person said, see below
#	others_found	those of them that are paired and can be judged
#	others_right	the share of these whose speaker is right
#	sure			quotations found to be direct, with a confidence of .9 and
#					more, that can be judged
#	sure_wrong		the share of these whose speaker is wrong
#	gap				the greatest distance, in points, between the confidence
#					and the share right of a tenth with at least 30 quotations
#	tenths			for each tenth that has any: [from, how many, mean
#					confidence, share right]
#
# The last two are of all kinds of quotations; those without a speaker claim
# nothing and are left out.
#
# No person said what is said by a body, a paper, a report or somebody unnamed:
# by a phrase that neither is a pronoun nor names a person.  The phrase ends at
# its first relative pronoun, is cut at commas, and each part at its first
# preposition.  A part is a pronoun when it begins with a personal or relative
# one, or is "his", "this" and the like alone.  It names a person when it holds a name that
# newsread takes for a person's anywhere in the article, or its last word, but
# for one that goes before something else, as in "Ruiz's aides" and "the Ruiz
# campaign".  Where the gold's cue is a pronoun or names a person, the
# annotators have taken one for the other, and the speaker is no body.
package Attributions;

use strict;
use warnings;
use utf8;
use Exporter 'import';
use Figures qw(pieces pair_pieces read_lines);

our @EXPORT_OK = qw(attributions is_no_person);

# Behind a name that goes before something else.
my $before = qr/['’]s?\s|\s+(?!(?:and|or|himself|herself)\b)\p{Ll}/;

use constant SHARE => 0.3;
use constant SURE => 0.9;
use constant GROUP => 30;

my %title = map { $_ => 1 } qw(mr mrs ms dr sen rep gov president secretary the a an);
my $pronoun = qr/^(?:I|me|we|us|you|he|him|she|they|them|it|who|whom|which)\b|^(?:his|her|that|this|these|those)$/i;
my $behind_head = qr/\s(?:of|for|from|at|in|with|by|on|to|about)\s.*/s;
my $relative = qr/[\s,]+(?:who|whose|which|that)\s.*/s;

sub words
{
	my ($text) = @_;

	return map { $_ => 1 } grep { !$title{$_} } lc($text // '') =~ /\w+/g;
}

# Whether the words for a speaker name no person; persons: the names of those
# in the article.
sub is_no_person
{
	my ($speaker, @persons) = @_;

	foreach my $part (split(/\s*,\s*/, $speaker =~ s/$relative//r))
	{
		my $head = $part =~ s/$behind_head//r;

		return 0 if $head =~ $pronoun;
		foreach my $name (@persons)
		{
			return 0 if $head =~ /(?<!\w)\Q$name\E(?![\w-])(?!$before)/;
		}
	}
	return 1;
}

# 1 or 0, or undef where the gold has no speaker to compare with.
sub is_right
{
	my ($gold, $found, $by) = @_;
	my %gold = words($by eq 'name' ? $gold->{speaker_canonical} : $gold->{speaker});
	my %found = words($by eq 'name' ? $found->{speaker} : $found->{speaker_text});
	my $common = grep { $gold{$_} } keys %found;

	return undef if !%gold;
	return $common ? 1 : 0 if $by eq 'written';
	return $common && ($common == keys %found || $common == keys %gold) ? 1 : 0;
}

sub is_said
{
	my ($quote) = @_;
	return ($quote->{type_group} // $quote->{type}) =~ /^(?:direct|mixed)$/;
}

sub count_others
{
	my ($counts, $article, $found, $by) = @_;
	my %names = map { $_->{text} => 1, $_->{text} =~ s/.*\s//sr => 1 }
	  grep { $_->{type} eq 'person' } @{ $found->{mentions} };
	my @persons = keys %names;
	my @gold = grep { is_said($_->[2]) } pieces($article->{text}, $article->{quotes});
	my %other = map { $_->[2] => 1 }
	  grep { $_->[2]{speaker} && is_no_person($_->[2]{speaker}, @persons)
		  && is_no_person($_->[2]{cue} // '', @persons) } @gold;

	$counts->{others} += grep { $other{ $_->[2] } } @gold;
	foreach my $pair (pair_pieces($article->{text}, \@gold,
		[ pieces($article->{text}, $found->{quotes}) ], SHARE))
	{
		my ($of, $one) = map { $_->[2] } @$pair;
		my $right = $other{$of} ? is_right($of, $one, $by) : undef;

		next if !defined $right;
		$counts->{others_found}++;
		$counts->{others_right} += $right;
	}
}

sub count_confidence
{
	my ($counts, $article, $found, $by) = @_;
	my @pieces = map { [ pieces($article->{text}, $_->{quotes}) ] } $article, $found;

	foreach my $pair (pair_pieces($article->{text}, @pieces, SHARE))
	{
		my ($of, $one) = map { $_->[2] } @$pair;
		my $right = is_right($of, $one, $by);
		my $confidence = $one->{confidence};

		next if !defined $right || !defined($by eq 'name' ? $one->{speaker} : $one->{speaker_text});
		my $tenth = $counts->{tenths}[ $confidence >= 1 ? 9 : int($confidence * 10 + 1e-6) ] //= [ 0, 0, 0 ];

		$counts->{judged}++;
		$tenth->[0]++;
		$tenth->[1] += $confidence;
		$tenth->[2] += $right;
		next if $one->{kind} ne 'direct' || $confidence < SURE - 1e-6;
		$counts->{sure}++;
		$counts->{sure_wrong} += !$right;
	}
}

sub per_cent
{
	my ($part, $whole) = @_;
	return $whole ? 100 * $part / $whole : undef;
}

sub attributions
{
	my ($gold_file, $found_file, $by) = @_;
	my %found = map { $_->{id} => $_ } read_lines($found_file);
	my %counts = (judged => 0, others => 0, others_found => 0, others_right => 0,
		sure => 0, sure_wrong => 0, tenths => []);
	my ($gap, @tenths);

	foreach my $article (read_lines($gold_file))
	{
		$_->{spans} //= [ [ @$_{qw(start end)} ] ] foreach @{ $article->{quotes} };
		count_others(\%counts, $article, $found{ $article->{id} }, $by);
		count_confidence(\%counts, $article, $found{ $article->{id} }, $by);
	}
	foreach my $tenth (grep { $counts{tenths}[$_] } 0 .. 9)
	{
		my ($n, $confidence, $right) = @{ $counts{tenths}[$tenth] };
		my $distance = abs(100 * ($confidence - $right) / $n);

		push @tenths, [ $tenth / 10, $n, 100 * $confidence / $n, 100 * $right / $n ];
		$gap = $distance if $n >= GROUP && $distance > ($gap // -1);
	}
	return (judged => $counts{judged}, others => $counts{others},
		others_found => $counts{others_found},
		others_right => per_cent(@counts{qw(others_right others_found)}),
		sure => $counts{sure}, sure_wrong => per_cent(@counts{qw(sure_wrong sure)}),
		gap => $gap, tenths => \@tenths);
}

1;
