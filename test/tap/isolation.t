# The specs of test/isolation, several sessions at a time, against a server of
# its own.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use File::Basename;
use Test::More;

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
my @names = map { basename($_, '.spec') } sort glob('test/isolation/specs/*.spec');

chomp(my $bin = `$pg_config --bindir`);
chomp(my $pgxs = `$pg_config --pgxs`);
my $tester = dirname($pgxs) . '/../../src/test/isolation/pg_isolation_regress';
my $output = 'tmp_check/isolation';

mkdir 'tmp_check';
mkdir $output;
open(my $settings, '>', 'tmp_check/isolation.conf') or die "$!\n";
# a vacuum of the server's own would empty the lists of pending entries
print $settings "fsync = off\nlisten_addresses = ''\nautovacuum = off\n";
close($settings);

my $said = qx{'$tester' --bindir='$bin' --inputdir=test/isolation --outputdir=$output \\
	--temp-instance=$output/instance --temp-config=tmp_check/isolation.conf --encoding=UTF8 \\
	--no-locale --load-extension=newsext @names 2>&1};
my $status = $?;

foreach my $name (@names)
{
	ok($said =~ /^(?:test\s+|ok\s+\d+\s+[-+]\s+)\Q$name\E\s+(?:\.\.\.\s+ok\s+)?\d+ ms$/m, "$name");
}
is($status, 0, 'every session did what was expected')
  or diag($said, -f "$output/regression.diffs" ? read_file("$output/regression.diffs") : '');
done_testing();
