# The samples are read as well as test/eval/floors.json says: each figure of
# all of them together, in per cent.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_samples figures floors);
use Test::More;

my @samples = read_samples();
my $floors = floors('samples');
my %figures = figures(@samples);

cmp_ok(scalar @samples, '>=', 12, 'there are at least twelve samples');
foreach my $measure (sort keys %$floors)
{
	cmp_ok($figures{$measure}, '>=', $floors->{$measure}, "$measure of all samples");
}

# A wrong figure is most often one bad article: name it.
foreach my $sample (@samples)
{
	my %one = figures($sample);
	my $n = @{ $sample->{gold}{paragraphs} };

	is(scalar @{ $sample->{found}{paragraphs} }, $n, "$sample->{name} has $n paragraphs");
	note("$sample->{name}: ", join(', ', map { sprintf('%s %.1f', $_, $one{$_}) } sort keys %one));
}
done_testing();
