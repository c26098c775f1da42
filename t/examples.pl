# Every example in README.md and docs/*.md runs and prints what the page says.
#
# A fenced block marked "sql" goes to psql; when a block marked "text" follows
# it, that is what psql -q must print, white space at line ends aside.  The blocks
# of a page share a database.  Unless the page makes the extension and a table
# of articles itself, it has them as `make psql` has.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('examples');

$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
$ENV{PSQLRC} = '/dev/null';
$ENV{PAGER} = 'cat';

# [language, text, line] of each fenced block
sub blocks
{
	my ($path) = @_;
	my $page = read_file($path);
	my @blocks;

	while ($page =~ /^```(\w*)\n(.*?)^```$/msg)
	{
		# the matches below would change these
		my ($language, $text, $start, $end) = ($1, $2, $-[0], $+[0]);
		my $line = 1 + (() = substr($page, 0, $start) =~ /\n/g);
		my $between = @blocks ? substr($page, $blocks[-1]{end}, $start - $blocks[-1]{end}) : '';

		push @blocks, { language => $language, text => $text, line => $line, end => $end,
			follows => scalar($between =~ /^\s*$/) };
	}
	return @blocks;
}

sub run_block
{
	my ($database, $sql) = @_;
	my ($in, $out) = ($sql, '');

	local %ENV = (%ENV, $node->_get_env);
	my $ok = IPC::Run::run([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $database ],
		'<', \$in, '>', \$out, '2>&1');

	return ($ok, $out);
}

sub tidy
{
	my ($text) = @_;

	$text =~ s/[ \t]+$//mg;
	$text =~ s/\A\n+|\s+\z//g;
	return $text;
}

sub prepare
{
	my ($database, $sql) = @_;

	$node->safe_psql('postgres', "CREATE DATABASE $database");
	return if $sql =~ /CREATE EXTENSION newsext/i;
	if ($sql =~ /CREATE TABLE articles\b/i)
	{
		$node->safe_psql($database, 'CREATE EXTENSION newsext');
		return;
	}
	local %ENV = (%ENV, $node->_get_env);
	local $ENV{PGDATABASE} = $database;
	system('scripts/samples') == 0 or die "scripts/samples failed\n";
}

my $n = 0;
my $examples = 0;

foreach my $path ('README.md', sort glob('docs/*.md'))
{
	my @blocks = blocks($path);
	my $database = 'page' . $n++;

	next unless grep { $_->{language} eq 'sql' } @blocks;
	prepare($database, join('', map { $_->{text} } grep { $_->{language} eq 'sql' } @blocks));
	foreach my $i (grep { $blocks[$_]{language} eq 'sql' } 0 .. $#blocks)
	{
		my ($block, $next) = @blocks[ $i, $i + 1 ];
		my $name = "$path, line $block->{line}";
		my ($ok, $out) = run_block($database, $block->{text});

		$examples++;

		ok($ok, "$name runs") or diag($out);
		if ($next && $next->{language} eq 'text' && $next->{follows})
		{
			is(tidy($out), tidy($next->{text}), "$name prints what the page says");
		}
	}
}
cmp_ok($n, '>', 1, 'there are pages');
cmp_ok($examples, '>', $n, 'there are examples');

$node->stop;
done_testing();
