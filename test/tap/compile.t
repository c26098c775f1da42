# Each source file compiles without a warning with clang, too; gcc has built
# the tree with -Werror before the tests began.
use strict;
use warnings;
use Test::More;

my $clang = $ENV{CLANG} // 'clang-14';
my $pg_config = $ENV{PG_CONFIG} // 'pg_config';

my $server = $ENV{SERVER_INCLUDES} // `$pg_config --includedir-server`;

chomp($server);
chomp(my $icu = `pkg-config --cflags icu-uc`);

my @flags = (qw(-std=gnu11 -fsyntax-only -Wall -Wextra -Werror -I. -Isrc -Isrc/reader
	  -Itest/unit -D_GNU_SOURCE), '-DNEWSEXT_VERSION="0"', '-DLEXICON_FILE="build/lexicon.bin"',
  '-DTAGGER_MODEL_FILE="data/tagger.model"',
	(map { '-D' . uc($_) . qq(_WEIGHTS_FILE="build/${_}_weights.h") } qw(pronoun ending report sureness)),
	'-isystem', $server, split(' ', $icu));

foreach my $path (sort glob('src/*/*.c test/*/*.c'))
{
	open(my $output, '-|') // die "fork: $!\n"
	  or do { open(STDERR, '>&', \*STDOUT); exec($clang, @flags, $path) };
	my $said = do { local $/; <$output> };

	close($output);
	ok($? == 0, "$clang compiles $path") or diag($said);
}
done_testing();
