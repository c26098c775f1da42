# make installcheck, against a server of its own in each encoding.
#
# Only files of plain ASCII run in the other encodings: a server cannot hold
# the rest in LATIN1, and t/encodings.pl asks what is left to ask.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use File::Basename;
use Test::More;

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
my @files = grep { !/newsext--/ } sort glob('sql/*.sql');

chomp(my $bin = `$pg_config --bindir`);
mkdir 'tmp_check';
open(my $settings, '>', 'tmp_check/regress.conf') or die "$!\n";
print $settings "fsync = off\nlisten_addresses = ''\n";
close($settings);

sub is_plain
{
	my ($sql) = @_;
	my $expected = 'expected/' . basename($sql, '.sql') . '.out';

	return !grep { -f && read_file($_) =~ /[^\x00-\x7F]/ } $sql, $expected;
}

sub run_regress
{
	my ($encoding, @names) = @_;
	my $options = join(' ', "--temp-instance=tmp_check/regress_$encoding",
		'--temp-config=tmp_check/regress.conf', "--encoding=$encoding", '--no-locale');

	unlink('regression.diffs');
	return scalar qx{make -s installcheck PG_CONFIG='$pg_config' bindir='$bin' REGRESS='@names' EXTRA_REGRESS_OPTS='$options' 2>&1};
}

foreach my $encoding (qw(UTF8 LATIN1 SQL_ASCII))
{
	my @names = map { basename($_, '.sql') } grep { $encoding eq 'UTF8' || is_plain($_) } @files;
	my $output = @names ? run_regress($encoding, @names) : '';

	foreach my $name (@names)
	{
		# "test NAME ... ok 5 ms", from release 16 on "ok 1 - NAME 5 ms"
		ok($output =~ /^(?:test\s+|ok\s+\d+\s+[-+]\s+)?\Q$name\E\s+(?:\.\.\.\s+ok\s+)?\d+ ms$/m,
			"$name in $encoding");
	}
	if ($? != 0)
	{
		diag($output);
		diag(read_file('regression.diffs')) if -f 'regression.diffs';
	}
}
done_testing();
