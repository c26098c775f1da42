# The specifications of test/isolation, against a server of their own.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use Cwd qw(getcwd);
use File::Basename;
use Test::More;

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
my @specs = map { basename($_, '.spec') } sort glob('test/isolation/specs/*.spec');
my $tester = dirname($ENV{PG_REGRESS} // '') . '/../isolation/pg_isolation_regress';
my $output = getcwd() . '/tmp_check/isolation';

plan skip_all => 'no pg_isolation_regress here' unless -x $tester;
chomp(my $bin = `$pg_config --bindir`);
mkdir $_ foreach 'tmp_check', $output;
open(my $settings, '>', "$output/isolation.conf") or die "$!\n";
# a vacuum of the server's own would empty the lists of pending entries
print $settings "fsync = off\nlisten_addresses = ''\nautovacuum = off\n";
close($settings);

my $said = qx{$tester --bindir='$bin' --inputdir=test/isolation --outputdir='$output' \\
	--temp-instance='$output/instance' --temp-config='$output/isolation.conf' \\
	--encoding=UTF8 --no-locale --load-extension=newsext @specs 2>&1};
my $failed = $?;

foreach my $spec (@specs)
{
	# "test NAME ... ok 5 ms", from release 16 on "ok 1 - NAME 5 ms"
	ok($said =~ /^(?:test\s+|ok\s+\d+\s+[-+]\s+)?\Q$spec\E\s+(?:\.\.\.\s+ok\s+)?\d+ ms$/m, $spec);
}
if ($failed)
{
	diag($said);
	diag(read_file("$output/regression.diffs")) if -f "$output/regression.diffs";
}
done_testing();
