# The development corpora are read as well as test/eval/floors.json says.
# They are not part of the project; where they do not lie beside it in
# ../shared, there is nothing to measure.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(floors);
use Corpora qw(corpora is_here measure);
use Test::More;

foreach my $corpus (corpora())
{
	my $floors = floors($corpus->{name}) // next;
  SKIP:
	{
		skip("$corpus->{file} is not here: not measured", 1) unless is_here($corpus);
		my %figures = measure($corpus);

		foreach my $measure (sort keys %$floors)
		{
			my $floor = $floors->{$measure};

			cmp_ok($figures{$measure}, ref $floor ? '<=' : '>=',
				ref $floor ? $floor->{most} : $floor, "$measure of $corpus->{name}");
		}
	}
}
done_testing();
