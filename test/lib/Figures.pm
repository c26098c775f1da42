# Compares what newsread finds in articles with their gold files.
#
#	read_samples()				[gold, found, name] for each of data/samples
#	figures(@pairs)				figures in per cent, by name
#	floors(part)				the lowest figures allowed, test/eval/floors.json;
#								{"most": ...} for what is to be small
#	read_file(path), read_lines(path)	a text; the documents of a JSONL file
#	pieces, pair_pieces			of quotations, for other measures, see below
#
# Offsets are code points from 0, half open.  A quotation's pieces are
# compared one by one after white space, marks and a leading "that" are cut
# from their edges, by the letters and digits they share.
package Figures;

use strict;
use warnings;
use utf8;
use Exporter 'import';
use File::Basename;
use JSON::PP;

our @EXPORT_OK = qw(read_samples figures floors read_file read_lines pieces pair_pieces);

my $edge = qr/[\s"“”„‟«»‘’'`.,;:!?—–\-…]/;
my @measures = qw(paragraphs article sentences names titles direct kinds
  speakers resolved cues indirect);

sub read_file
{
	my ($path, $layer) = @_;

	open(my $file, '<' . ($layer // ''), $path) or die "$path: $!\n";
	local $/;
	return scalar <$file>;
}

sub read_lines
{
	my ($path) = @_;

	open(my $file, '<', $path) or die "$path: $!\n";
	return map { decode_json($_) } <$file>;
}

sub floors
{
	my ($part) = @_;
	return decode_json(read_file('test/eval/floors.json'))->{$part};
}

sub read_samples
{
	my @texts = sort glob('data/samples/*.txt');
	my @pairs;

	open(my $reader, '-|', 'build/newsread', @texts) or die "newsread: $!\n";
	foreach my $path (@texts)
	{
		my $gold = $path =~ s/\.txt$/.gold.json/r;
		my $text = read_file($path, ':encoding(UTF-8)');
		my $found = decode_json(scalar <$reader>);

		$gold = decode_json(read_file($gold));
		push @pairs, { gold => $gold, found => $found, text => $text,
			name => basename($path, '.txt') };
	}
	close($reader) or die "newsread failed\n";
	return @pairs;
}

# The pieces of quotations: [start, end, quotation], edges cut.
sub pieces
{
	my ($text, $quotes) = @_;
	my @pieces;

	foreach my $quote (@$quotes)
	{
		foreach my $span (@{ $quote->{spans} })
		{
			my ($start, $end) = @$span;

			$start++ while $start < $end && substr($text, $start, 1) =~ $edge;
			$end-- while $end > $start && substr($text, $end - 1, 1) =~ $edge;
			if (substr($text, $start, $end - $start) =~ /^that\s+$edge*(?=.)/)
			{
				$start += length($&);
			}
			push @pieces, [ $start, $end, $quote ] if $start < $end;
		}
	}
	return @pieces;
}

sub letters
{
	my ($text, $start, $end) = @_;

	return 0 if $start >= $end;
	return () = substr($text, $start, $end - $start) =~ /\w/g;
}

sub max { $_[0] > $_[1] ? $_[0] : $_[1] }
sub min { $_[0] < $_[1] ? $_[0] : $_[1] }

# Pairs pieces one to one, best first, those that share at least this part.
sub pair_pieces
{
	my ($text, $gold, $found, $least) = @_;
	my (@candidates, %gold_used, %found_used, @pairs);

	foreach my $g (0 .. $#$gold)
	{
		foreach my $f (0 .. $#$found)
		{
			my ($s1, $e1) = @{ $gold->[$g] };
			my ($s2, $e2) = @{ $found->[$f] };
			my $common = letters($text, max($s1, $s2), min($e1, $e2));

			next if $common == 0;
			my $share = $common /
			  (letters($text, $s1, $e1) + letters($text, $s2, $e2) - $common);
			push @candidates, [ $share, $g, $f ] if $share >= $least;
		}
	}
	foreach my $one (sort { $b->[0] <=> $a->[0] || $a->[1] <=> $b->[1] } @candidates)
	{
		my (undef, $g, $f) = @$one;

		next if $gold_used{$g} || $found_used{$f};
		$gold_used{$g} = $found_used{$f} = 1;
		push @pairs, [ $gold->[$g], $found->[$f] ];
	}
	return @pairs;
}

sub same
{
	my ($a, $b) = @_;

	return !defined $b if !defined $a;
	return defined $b && lc($a) eq lc($b);
}

# Counts right, found and gold of a measure.
sub count
{
	my ($sum, $measure, $right, $found, $gold) = @_;

	$sum->{$measure}{right} += $right;
	$sum->{$measure}{found} += $found;
	$sum->{$measure}{gold} += $gold;
}

# Two sets of strings.
sub count_sets
{
	my ($sum, $measure, $gold, $found) = @_;
	my %gold = map { $_ => 1 } @$gold;

	count($sum, $measure, scalar(grep { $gold{$_} } @$found),
		scalar @$found, scalar @$gold);
}

sub count_article
{
	my ($sum, $gold, $found) = @_;
	my %found = %$found;
	my ($year, $month, $day) = @{ $found{dateline_date} };

	$found{dateline_date} = $year ? sprintf('%04d-%02d-%02d', $year, $month, $day) : undef;
	$found{copyright_year} ||= undef;
	foreach my $field (keys %$gold)
	{
		my @value = map { ref eq 'ARRAY' ? join(' + ', @$_) : $_ } $gold->{$field}, $found{$field};

		count($sum, 'article', same(@value) ? 1 : 0, 1, 1);
	}
}

# Kind, speaker and cue of quotations that were found where they are.
sub count_attribution
{
	my ($sum, @pairs) = @_;

	foreach my $pair (@pairs)
	{
		my ($gold, $found) = map { $_->[2] } @$pair;
		my $written = $found->{speaker_span};

		count($sum, 'kinds', $gold->{kind} eq $found->{kind} ? 1 : 0, 1, 1);
		count($sum, 'speakers',
			$written && $written->[0] < $gold->{speaker_end} &&
			  $gold->{speaker_start} < $written->[1] ? 1 : 0, 1, 1)
		  if defined $gold->{speaker_start};
		count($sum, 'resolved',
			same($gold->{speaker_canonical}, $found->{speaker}) ? 1 : 0,
			defined $found->{speaker} ? 1 : 0, 1)
		  if defined $gold->{speaker_canonical};
		count($sum, 'cues', same($gold->{cue}, $found->{cue}) ? 1 : 0, 1, 1)
		  if defined $gold->{cue};
	}
}

sub count_quotes
{
	my ($sum, $text, $gold, $found) = @_;
	my @gold = pieces($text, $gold);
	my @found = pieces($text, $found);
	my @paired = pair_pieces($text, \@gold, \@found, 0);
	my %meets = map { ($_->[1] => $_->[0][2]{kind}) } @paired;

	# a piece counts for the kind of the gold piece it meets, else for its own
	foreach my $measure ([ 'direct', 0.8, qr/^(direct|mixed)$/ ],
		[ 'indirect', 0, qr/^indirect$/ ])
	{
		my ($name, $least, $kinds) = @$measure;
		my @g = grep { $_->[2]{kind} =~ $kinds } @gold;
		my @f = grep { ($meets{$_} // $_->[2]{kind}) =~ $kinds } @found;
		my @pairs = pair_pieces($text, \@g, \@f, $least);

		count($sum, $name, scalar @pairs, scalar @f, scalar @g);
	}
	count_attribution($sum, @paired);
}

sub count_names
{
	my ($sum, $gold, $found) = @_;
	my @spans = map
	{
		[ map { "$_->{start} $_->{end} $_->{type}" }
			grep { $_->{type} =~ /^(person|org|place)$/ } @$_ ]
	} $gold, $found;

	count_sets($sum, 'names', @spans);
}

sub count_titles
{
	my ($sum, $gold, $found) = @_;
	my %found;

	foreach my $entity (@$found)
	{
		$found{ lc "$entity->{name}: $_" } = 1 foreach @{ $entity->{titles} };
	}
	foreach my $name (keys %$gold)
	{
		my @titles = map { lc "$name: $_" } @{ $gold->{$name} };
		my $right = grep { $found{$_} } @titles;

		count($sum, 'titles', $right, scalar @titles, scalar @titles);
	}
}

sub figures
{
	my @pairs = @_;
	my (%sum, %figures);

	foreach my $pair (@pairs)
	{
		my ($gold, $found, $text) = @$pair{qw(gold found text)};
		my $n = 0;

		count_sets(\%sum, 'paragraphs',
			[ map { $n++ . $_ } @{ $gold->{paragraphs} } ],
			do { $n = 0; [ map { $n++ . $_->{kind} } @{ $found->{paragraphs} } ] });
		count_article(\%sum, $gold->{article}, $found->{article});
		count_sets(\%sum, 'sentences', map { [ map { $_->[1] } @{ $_->{sentences} } ] } $gold, $found);
		count_names(\%sum, $gold->{entities}, $found->{entities});
		count_titles(\%sum, $gold->{titles}, $found->{known});
		count_quotes(\%sum, $text, $gold->{quotes}, $found->{quotes});
	}
	foreach my $measure (grep { $sum{$_} } @measures)
	{
		my ($right, $found, $gold) = @{ $sum{$measure} }{qw(right found gold)};

		$figures{$measure} = $found + $gold ? 200 * $right / ($found + $gold) : 100;
	}
	return %figures;
}

1;
