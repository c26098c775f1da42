# Searching: whatever is asked for, an index finds what reading every article
# finds, and that is what the rows of these articles say.
#
# The articles are the samples and new ones put together of their paragraphs;
# the queries are made of words, names and cues that occur in them and of some
# that do not.  Both are the same on every run.
use strict;
use warnings FATAL => 'all';
use utf8;

use Encode qw(decode encode);
use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(time);

use constant { ARTICLES => 160, QUERIES => 240 };

$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding', 'UTF8', '--locale', 'C.UTF-8' ]);
$node->append_conf('postgresql.conf', 'autovacuum = off');
$node->start;

# Numbers that are the same with every perl.
my $seed = 20260312;

sub any_below
{
	my ($limit) = @_;

	$seed = ($seed * 1103515245 + 12345) % 2147483648;
	return int($seed / 65536) % $limit;
}

sub any_of { return $_[ any_below(scalar @_) ]; }

sub quoted
{
	my ($text) = @_;

	$text =~ s/'/''/g;
	return "'$text'";
}

# ------------------------------------------------------------------ articles

my @samples = map { decode('UTF-8', slurp_file($_)) } sort glob('data/samples/*.txt');
my @paragraphs = map { [ split /\n\n+/ ] } @samples;
my @bodies = @samples;

while (@bodies < ARTICLES)
{
	my @parts = ($paragraphs[ any_below(scalar @samples) ][0]);

	push(@parts, any_of(@{ any_of(@paragraphs) })) for 1 .. 3 + any_below(5);
	push(@bodies, join("\n\n", @parts));
}

my $tables = q{
	CREATE EXTENSION newsext;
	CREATE TABLE articles (
		id int PRIMARY KEY,
		body text NOT NULL,
		doc newsdoc GENERATED ALWAYS AS (news_parse(body)) STORED);
	CREATE INDEX searched ON articles USING gin (doc);
	CREATE TABLE queries (no int PRIMARY KEY, query newsquery NOT NULL);
};

sub inserted
{
	my ($first, @texts) = @_;
	my $id = $first;

	return 'INSERT INTO articles (id, body) VALUES ' .
		join(', ', map { '(' . $id++ . ', ' . quoted($_) . ')' } @texts) . ';';
}

sub run_sql
{
	my ($database, $sql) = @_;

	return decode('UTF-8', $node->safe_psql($database, encode('UTF-8', $sql)));
}

run_sql('postgres', $tables . inserted(1, @bodies));

# ------------------------------------- what the rows of the articles say

# Rows of a query, without NULL.
sub rows
{
	my ($sql) = @_;

	return map { [ split /\x01/, $_, -1 ] }
		split /\x02/, run_sql('postgres', "SELECT string_agg(concat_ws(E'\\x01', VARIADIC r), E'\\x02') FROM ($sql) q(r)");
}

# Words as the server's own parser cuts them for the configuration "simple".
my $cut = q{SELECT array_agg(lower(token) ORDER BY n) FROM ts_parse('default', %s) WITH ORDINALITY t(type, token, n)
	WHERE type NOT IN (12, 13, 14, 23)};

my (%quotes, %entities, %names, %stems);

for my $row (rows(q{
	SELECT ARRAY[id::text, quote_no::text, kind::text, coalesce(speaker, ''), coalesce(speaker_entity::text, ''),
		coalesce(array_to_string((} . sprintf($cut, 'text') . q{), ' '), ''),
		coalesce(array_to_string((} . sprintf($cut, 'cue') . q{), ' '), ''), coalesce(news_name_key(speaker), '')]
	FROM articles, news_quotes(doc)}))
{
	my ($id, $no, $kind, $speaker, $entity, $words, $cue, $key) = @$row;

	$quotes{$id}{$no} = { kind => $kind, entity => $entity, words => " $words ", cue => " $cue ",
		forms => $speaker eq '' ? [] : [" $key "], mentions => {} };
}
for my $row (rows(q{
	SELECT ARRAY[id::text, entity_no::text, kind::text, news_name_key(form)]
	FROM articles, news_entities(doc), unnest(name || aliases) form}))
{
	my ($id, $no, $kind, $key) = @$row;

	$entities{$id}{$no}{kind} = $kind;
	push(@{ $entities{$id}{$no}{forms} }, " $key ");
	$names{$kind}{$key} = 1 if $key =~ /^\w[\w ]*$/;
}
for my $row (rows(q{
	SELECT ARRAY[id::text, quote_no::text, entity_no::text] FROM articles, news_mentions(doc)
	WHERE quote_no IS NOT NULL AND entity_no IS NOT NULL}))
{
	my ($id, $quote, $entity) = @$row;

	$quotes{$id}{$quote}{mentions}{$entity} = 1 if $quotes{$id}{$quote};
}
for my $article (keys %quotes)
{
	# a speaker goes by all names of its entity
	for my $quote (grep { $_->{entity} ne '' } values %{ $quotes{$article} })
	{
		push(@{ $quote->{forms} }, @{ $entities{$article}{ $quote->{entity} }{forms} });
	}
}

# Words by how often they come up, so that queries find something.
my @quotes = map { my $in = $quotes{$_}; map { $in->{$_} } sort { $a <=> $b } keys %$in } sort { $a <=> $b } keys %quotes;
my @said = map { split ' ', $_->{words} } @quotes;
my @cues = map { split ' ', $_->{cue} } @quotes;
my @words = grep { /^[a-z]+$/ } @said;
my @asked_cues = grep { /^[a-z]+$/ } @cues;

for my $row (rows(q{
	SELECT ARRAY[word, coalesce(lexeme[1], ''), (lexeme = '{}')::int::text]
	FROM unnest(} . quoted('{' . join(',', map { qq{"$_"} } keys %{ { map { $_ => 1 } grep { !/["\\\\]/ } @said, @cues } }) . '}') . q{::text[]) word,
		ts_lexize('english_stem', word) lexeme}))
{
	my ($word, $stem, $stop) = @$row;

	$stems{$word} = $word =~ /^[\p{L}\p{M}-]+$/ ? { stem => $stop ? $word : $stem, stop => $stop } : { stem => $word, stop => 0 };
}

sub word_is
{
	my ($asked, $found, $exact) = @_;

	return 1 if $asked eq $found;
	return !$exact && $stems{$found} && $stems{$asked} && !$stems{$found}{stop} && $stems{$found}{stem} eq $stems{$asked}{stem};
}

# Conditions of a query, each with how it is written and what it says of a
# quotation; those of names speak of an article, too.
sub a_word
{
	my $word = any_of(@words);

	return { written => $word, quote => sub { scalar grep { word_is($word, $_, 0) } split ' ', $_[0]{words} } };
}

sub an_exact_word
{
	my $word = any_of(@words);

	return { written => qq{"$word"}, quote => sub { index($_[0]{words}, " $word ") >= 0 } };
}

sub a_prefix
{
	my $word = any_of(@words);
	my $prefix = substr($word, 0, 1 + any_below(length $word));

	return { written => "$prefix*",
		quote => sub { scalar grep { index($_, $prefix) == 0 && !$stems{$_}{stop} } split ' ', $_[0]{words} } };
}

sub a_phrase
{
	my @in = split ' ', any_of(@quotes)->{words};
	my $first = any_below(scalar @in || 1);
	my @taken = grep { defined && /^[a-z]+$/ } @in[ $first .. $first + 1 + any_below(3) ];

	return a_word() unless @taken;
	return { written => '"' . join(' ', @taken) . '"', quote => sub { index($_[0]{words}, ' ' . join(' ', @taken) . ' ') >= 0 } };
}

sub a_cue
{
	my $cue = any_of(@asked_cues);

	return { written => "cue:$cue", quote => sub { scalar grep { word_is($cue, $_, 0) } split ' ', $_[0]{cue} } };
}

sub a_cue_prefix
{
	my $cue = any_of(@asked_cues);
	my $prefix = substr($cue, 0, 1 + any_below(length $cue));

	return { written => "cue:$prefix*", quote => sub { index($_[0]{cue}, " $prefix") >= 0 } };
}

sub a_kind
{
	my $kind = any_of(qw(direct mixed indirect));

	return { written => "kind:$kind", quote => sub { $_[0]{kind} eq $kind } };
}

# A name or some of its words, which may be cut short.
sub a_name
{
	my ($kind) = @_;
	my @key = split ' ', any_of(sort keys %{ $names{$kind} });
	my $first = any_below(scalar @key);
	my $asked = join(' ', @key[ $first .. $first + any_below(@key - $first) ]);

	return (qq{"$asked"}, " $asked ") if any_below(3);
	$asked = substr($asked, 0, 1 + any_below(length $asked));
	$asked =~ s/ $//;
	return (qq{"$asked"*}, " $asked");
}

sub a_speaker
{
	my ($written, $form) = a_name(any_of(qw(person person org)));

	return { written => "speaker:$written", quote => sub { scalar grep { index($_, $form) >= 0 } @{ $_[0]{forms} } } };
}

sub a_mention
{
	my $kind = any_of(qw(person org place));
	my ($written, $form) = a_name($kind);
	my $named = sub {
		my ($entity) = @_;

		return $entity->{kind} eq $kind && grep { index($_, $form) >= 0 } @{ $entity->{forms} };
	};

	return { written => "$kind:$written",
		quote => sub { my ($quote, $id) = @_; scalar grep { $named->($entities{$id}{$_}) } keys %{ $quote->{mentions} } },
		article => sub { scalar grep { $named->($_) } values %{ $entities{ $_[0] } } } };
}

sub nothing
{
	my $what = any_of('unheard', '"of the of the"', 'zz*', 'speaker:nobodyatall', 'cue:sang', 'place:nowhereton');

	return { written => $what, quote => sub { 0 }, article => sub { 0 } };
}

sub a_term
{
	my $term = any_of(\&a_word, \&a_word, \&an_exact_word, \&a_prefix, \&a_phrase, \&a_cue, \&a_cue_prefix, \&a_kind,
		\&a_speaker, \&a_speaker, \&a_mention, \&nothing)->();

	$term->{article} //= sub {
		my ($id) = @_;

		return scalar grep { $term->{quote}->($_, $id) } values %{ $quotes{$id} };
	};
	return $term;
}

sub a_query
{
	my ($depth, $in_quote) = @_;
	my $what = $depth == 0 ? 0 : any_below($in_quote ? 8 : 10);

	return a_term() if $what < 2;
	if ($what < 3)
	{
		my $operand = a_query($depth - 1, $in_quote);

		return { written => "!($operand->{written})",
			quote => sub { !$operand->{quote}->(@_) }, article => sub { !$operand->{article}->(@_) } };
	}
	if ($what < 8)
	{
		my ($a, $b) = (a_query($depth - 1, $in_quote), a_query($depth - 1, $in_quote));

		return { written => "($a->{written}) & ($b->{written})",
			quote => sub { $a->{quote}->(@_) && $b->{quote}->(@_) },
			article => sub { $a->{article}->(@_) && $b->{article}->(@_) } } if $what < 5;
		return { written => "($a->{written}) | ($b->{written})",
			quote => sub { $a->{quote}->(@_) || $b->{quote}->(@_) },
			article => sub { $a->{article}->(@_) || $b->{article}->(@_) } };
	}
	my $inside = a_query($depth - 1, 1);

	return { written => "quote($inside->{written})",
		article => sub { my ($id) = @_; scalar grep { $inside->{quote}->($_, $id) } values %{ $quotes{$id} } } };
}

my @queries = map { a_query(any_below(4), 0) } 1 .. QUERIES;
my $no = 1;
my $filled = 'INSERT INTO queries VALUES ' . join(', ', map { '(' . $no++ . ', ' . quoted($_->{written}) . ')' } @queries) . ';';

run_sql('postgres', $filled);

# ------------------------------------------------------- with and without it

# What each query finds, as lines "number: articles".
sub found
{
	my ($database, $setting) = @_;

	return run_sql($database, "SET $setting = off; " .
		q{SELECT no || ': ' || string_agg(id::text, ' ' ORDER BY id) FROM queries, articles WHERE doc @@ query GROUP BY no ORDER BY no});
}

sub is_same_with_index
{
	my ($database, $when) = @_;
	my $by_table = found($database, 'enable_bitmapscan');

	isnt($by_table, '', "$when: something is found");
	is(found($database, 'enable_seqscan'), $by_table, "$when: the index finds what is there");
}

like(run_sql('postgres', 'SET enable_seqscan = off; EXPLAIN SELECT no FROM queries, articles WHERE doc @@ query'),
	qr/Index Scan on searched/, 'the index is used');
unlike(run_sql('postgres', 'SET enable_bitmapscan = off; EXPLAIN SELECT no FROM queries, articles WHERE doc @@ query'),
	qr/Index Scan/, 'and is not');
is_same_with_index('postgres', 'articles and queries as they are made');

my %by_table = map { /^(\d+): (.*)/ ? ($1 => $2) : () } split /\n/, found('postgres', 'enable_bitmapscan');
my @others;

for my $i (0 .. $#queries)
{
	my $expected = join(' ', grep { $queries[$i]{article}->($_) } 1 .. ARTICLES);
	my $got = $by_table{ $i + 1 } // '';

	push(@others, "$queries[$i]{written}\n  found:    $got\n  expected: $expected\n") if $got ne $expected;
}
is(scalar @others, 0, 'what is found is what the rows say') or diag(encode('UTF-8', join('', @others)));
cmp_ok(scalar(grep { $_ ne '' } values %by_table), '>', QUERIES / 3, 'many queries find something');

# Every word of every quotation is found as the server cuts it.
is(run_sql('postgres', q{
	SELECT string_agg(DISTINCT word, ' ')
	FROM articles, news_quotes(doc) q, LATERAL unnest(tsvector_to_array(to_tsvector('simple', text))) word
	WHERE id <= } . scalar(@samples) . q{ AND NOT doc @@ newsquery('"' || replace(replace(word, '\\', '\\\\'), '"', '\\"') || '"')}),
	'', 'words are those of the configuration "simple"');

# ---------------------------------------------------- as the table changes

run_sql('postgres', q{
	ALTER INDEX searched SET (fastupdate = on, gin_pending_list_limit = 64);
	INSERT INTO articles (id, body) SELECT id + 1000, body FROM articles WHERE id % 3 = 0;
	DELETE FROM articles WHERE id % 7 = 0;
	UPDATE articles SET body = 'UPDATED: ' || body WHERE id % 5 = 0;
});
is_same_with_index('postgres', 'with a list of pending entries');
run_sql('postgres', 'VACUUM articles');
is_same_with_index('postgres', 'after VACUUM');
$node->stop('immediate');
$node->start;
is_same_with_index('postgres', 'after a crash');
run_sql('postgres', $_) for 'CREATE INDEX CONCURRENTLY again ON articles USING gin (doc) WITH (fastupdate = off)', 'DROP INDEX searched';
is_same_with_index('postgres', 'with an index built concurrently');
run_sql('postgres', 'SET maintenance_work_mem = 1024; REINDEX INDEX again');
is_same_with_index('postgres', 'with an index built in little memory');
run_sql('postgres', q{ALTER SYSTEM SET work_mem = '64kB'; SELECT pg_reload_conf()});
is_same_with_index('postgres', 'with bitmaps in little memory');

SKIP:
{
	skip 'amcheck knows GIN from release 18 on', 1
		if run_sql('postgres', q{SELECT count(*) FROM pg_available_extension_versions WHERE name = 'amcheck' AND version = '1.5'}) eq '0';
	run_sql('postgres', q{CREATE EXTENSION amcheck; SELECT gin_index_check('again')});
	pass('amcheck finds the index sound');
}

# --------------------------------------------------------- other encodings

for my $encoding (qw(LATIN1 SQL_ASCII))
{
	my $database = lc $encoding;
	my @texts = @bodies;
	my @written = ($tables);

	run_sql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LOCALE 'C'");
	for (@texts)
	{
		last if $encoding ne 'LATIN1';
		tr/“”‘’—–/""''\-\-/;
		s/[^\x{00}-\x{FF}]/?/g;
	}
	run_sql($database, $tables . inserted(1, @texts) . $filled);
	is_same_with_index($database, $encoding);
}

# ------------------------------------------------------------ hostile texts

# Each for a quotation as long as is asked for, in bytes.
my %hostile = (
	'one word' => q{repeat('x', n)},
	'one word beyond ASCII' => q{repeat('é', n / 2)},
	'hyphens' => q{repeat('a-', n / 2)},
	'dots' => q{repeat('a.', n / 2)},
	'long pieces' => q{repeat(repeat('a.', 120) || ' ', n / 241)},
	'marks' => q{repeat('"<', n / 2)},
	'brackets' => q{repeat('<', n)},
	'digits' => q{repeat('1', n)},
	'emoji' => q{repeat('🌧', n / 4)},
	'distinct words' => q{(SELECT string_agg(md5(i::text), ' ') FROM generate_series(1, n / 33) i)},
	'speakers' => q{(SELECT string_agg('It rained,” Ana R' || translate(i::text, '0123456789', 'aeioubdrst') || ' said.', E'\n“')
		FROM generate_series(1, n / 45) i)});

# Milliseconds that these statements take, one after the other, and the errors.
sub took
{
	my ($timeout, @statements) = @_;
	my $timed = join("\n", map { qq{
		SELECT clock_timestamp() AS start \\gset
		SET statement_timeout = $timeout;
		$_ \\g /dev/null
		RESET statement_timeout;
		SELECT extract(epoch FROM clock_timestamp() - :'start'::timestamptz) * 1000;} } @statements);
	my ($code, $out, $err) = $node->psql('postgres', encode('UTF-8', $timed), on_error_stop => 0);

	return ($err, split /\n/, $out);
}

for my $name (sort keys %hostile)
{
	my @quotes = split /\n/, run_sql('postgres', qq{
		DROP TABLE IF EXISTS hostile;
		CREATE TABLE hostile AS SELECT n, news_parse('“' || $hostile{$name} || ',” Ana Ruiz said.') AS doc
		FROM (VALUES (1000000), (2000000)) v(n);
		SELECT count(*) FROM hostile, news_quotes(doc) GROUP BY n ORDER BY n});
	my @steps = (
		[ index => 'CREATE INDEX ON hostile USING gin (doc) WHERE n = N' ],
		[ search => q{SELECT doc @@ 'quote(speaker:nobody & "a a b") | wit* | !x & "of a"' FROM hostile WHERE n = N} ],
		[ rank => q{SELECT news_rank(doc, 'speaker:ruiz & a | rain') FROM hostile WHERE n = N} ],
		[ headline => q{SELECT news_headline(doc, 'speaker:ruiz & a | rain', 'MaxFragments=5') FROM hostile WHERE n = N} ]);
	my ($err, @took) = took(0, map { my $sql = $_->[1]; map { $sql =~ s/N$/$_/r } 1000000, 2000000 } @steps);

	is($err, '', "$name: no error");
	is(scalar @quotes, 2, "$name: there are quotations");
	for my $step (@steps)
	{
		my ($short, $long) = splice(@took, 0, 2);

		# what takes no time is left to chance
		cmp_ok($long, '<', 4 * $short + 100, "$name, $step->[0]: twice the text takes twice the time");
	}
}

# What takes long can be cancelled.
run_sql('postgres', q{
	CREATE TABLE long_articles AS SELECT news_parse('“' || repeat('a-', 1000000) || ',” Ana Ruiz said.') AS doc;
	CREATE TABLE long_queries AS SELECT newsquery(string_agg('"' || repeat('a ', 900) || n || '"', ' | ')) AS query
		FROM generate_series(1, 500) n;
});
for my $step ('doc @@ query', 'news_rank(doc, query)', q{news_headline(doc, query || 'a')})
{
	my ($err, $took) = took(300, "SELECT $step FROM long_articles, long_queries");

	like($err, qr/canceling statement due to statement timeout/, "$step: cancelled");
	cmp_ok($took, '<', 1500, "$step: within a second or so");
}

$node->stop;
done_testing();
