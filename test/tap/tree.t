# What holds for the tree as a whole: one version everywhere, the layers of
# the source, formatting, files that are there.
use strict;
use warnings;
use lib 'test/lib';
use Figures qw(read_file);
use JSON::PP;
use Test::More;

sub first_match
{
	my ($path, $pattern) = @_;
	return read_file($path) =~ $pattern ? $1 : undef;
}

# One version
my $version = first_match('newsext.control', qr/^default_version\s*=\s*'(.+)'/m);
my $meta = decode_json(read_file('META.json'));

like($version, qr/^\d+\.\d+\.\d+$/, 'the control file has a version');
is($meta->{version}, $version, 'META.json has it');
is($meta->{provides}{newsext}{version}, $version, 'and what it provides');
is(first_match('CHANGELOG.md', qr/^## (\S+)/m), $version, 'CHANGELOG.md tells of it');

# One script installs, and others bring what it installs to that version.
my (@installed, %from);

foreach my $script (glob('sql/newsext--*.sql'))
{
	my ($start, $end) = $script =~ /^sql\/newsext--([\d.]+)(?:--([\d.]+))?\.sql$/
	  or die "$script: not named as a script of an extension\n";
	my $text = read_file($script);
	my $command = defined $end ? "ALTER EXTENSION newsext UPDATE TO '$end'" : 'CREATE EXTENSION newsext';

	if (defined $end) { push @{ $from{$start} }, $end }
	else { push @installed, $start }
	like($text, qr/\A\\echo Use "\Q$command\E" to load this file\. \\quit\n/,
		"psql does not run $script by itself");
	unlike($text, qr/\bOR\s+REPLACE\b|\bIF\s+NOT\s+EXISTS\b|\bSECURITY\s+DEFINER\b/i,
		"$script takes nothing over, and no rights");
}

my %reached;
my @next = @installed;

while (defined(my $step = shift @next))
{
	push @next, @{ $from{$step} // [] } unless $reached{$step}++;
}
is(scalar @installed, 1, 'one script installs');
ok($reached{$version}, "scripts lead from it to $version");
ok(-f $meta->{provides}{newsext}{$_}, "META.json's $_ is there") foreach qw(file docfile);

# Layers
my @reader = glob('src/reader/*.[ch]');
my @sources = (glob('src/*/*.[ch]'), glob('test/*/*.[ch]'));

foreach my $layer ([ qr/postgres\.h|fmgr\.h|utils\/|server\//, 'no header of PostgreSQL in src/reader' ],
	[ qr/\bsql\//, 'nothing of src/sql in src/reader' ])
{
	my ($pattern, $name) = @$layer;
	my @bad = grep { read_file($_) =~ /^\s*#\s*include\s+["<][^">]*$pattern/m } @reader;

	is("@bad", '', $name);
}

# Formatting
my $format = $ENV{CLANG_FORMAT} // 'clang-format-14';

foreach my $path (@sources)
{
	my $wrong = () = `$format --dry-run $path 2>&1` =~ /code should be clang-formatted/g;

	is("$? $wrong", '0 0', "$path is formatted") or diag("$wrong places; run: make format");
}

my @long = grep { read_file($_) !~ /Written by a program/ } grep { (() = read_file($_) =~ /\n/g) > 850 } @sources;
my @headless = grep { read_file($_) !~ m{\A/\*\n \* \Q@{[ (split m{/})[-1] ]}\E\n} } @sources;
my @slashes = grep { read_file($_) =~ m{^\s*//}m } @sources;

is("@long", '', 'no source file is much longer than 800 lines');
is("@headless", '', 'each source file begins with what it is for');
is("@slashes", '', 'comments are written /* */');

done_testing();
