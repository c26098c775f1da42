# Databases of other encodings: the same readings, positions in that
# encoding's characters, and no error whatever the bytes are.
use strict;
use warnings;
use utf8;
use Encode qw(encode decode);
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('encodings');

$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;

foreach my $encoding (qw(UTF8 LATIN1 WIN1252 EUC_JP SQL_ASCII))
{
	$node->safe_psql('postgres', "CREATE DATABASE \L$encoding\E ENCODING '$encoding'
		LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
	$node->safe_psql(lc $encoding, 'CREATE EXTENSION newsext');
}

# What is read from an article sent in UTF-8: converted by the server to the
# database's encoding, except where that is SQL_ASCII, which takes the bytes.
sub reading
{
	my ($database, $article) = @_;
	my $client = $database eq 'sql_ascii' ? 'SQL_ASCII' : 'UTF8';

	return decode('UTF-8', $node->safe_psql($database, encode('UTF-8', <<"SQL")));
SET client_encoding = '$client';
CREATE TEMP TABLE a AS SELECT \$article\$$article\$article\$::text AS body;
SELECT q.speaker, q.cue, q.kind, q.text,
	(SELECT string_agg(substr(a.body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r)
		FROM unnest(q.content) r) = q.text,
	substr(a.body, lower(q.cue_span), upper(q.cue_span) - lower(q.cue_span)) = q.cue
FROM a, news_quotes(a.body) q;
SELECT substr(a.body, lower(m.span), upper(m.span) - lower(m.span)), m.name
FROM a, news_mentions(a.body) m WHERE m.kind = 'person';
SELECT substr(a.body, lower(d.span), upper(d.span) - lower(d.span)), d.dates
FROM a, news_dates(a.body, '2026-01-23') d;
SELECT news_parse(body)::text = body, news_people(body), news_name_key('Zoë Ångström') FROM a;
SQL
}

my $latin = <<'ARTICLE';
A café for Göteborg

GÖTEBORG - «The café is open,» Mayor Zoë Ångström said on Friday. The coffee is free, she added.

"And the cake isn't," said François Müller, a baker.
ARTICLE
my $expected = reading('utf8', $latin);

like($expected, qr/Zoë Ångström\|said\|direct\|The café is open,\|t\|t/, 'UTF8 reads the article');
like($expected, qr/^Friday\|\[2026-01-23,2026-01-24\)$/m, 'and its dates');
is(reading('latin1', $latin), $expected, 'LATIN1 reads the same');
is(reading('win1252', $latin), $expected, 'WIN1252 reads the same');
is(reading('sql_ascii', $latin), $expected, 'SQL_ASCII takes the bytes for UTF-8');

my $curly = <<'ARTICLE';
PARIS — “It’s done,” Mayor Ana Ruiz said — and left.
ARTICLE

$expected = reading('utf8', $curly);
is(reading('win1252', $curly), $expected, 'WIN1252 has curly marks, too');
is(reading('sql_ascii', $curly), $expected, 'and so have bytes');

# Positions count the characters of the database: bytes in SQL_ASCII
my $where = q{SELECT lower(cue_span) FROM news_quotes('“It’s done,” Mayor Ana Ruiz said.')};

is($node->safe_psql('utf8', encode('UTF-8', $where)), 29, 'UTF8 counts characters');
is($node->safe_psql('sql_ascii', encode('UTF-8', $where)), 35, 'SQL_ASCII counts bytes');

# Another alphabet's characters, in an encoding of several bytes a character
is($node->safe_psql('euc_jp', encode('UTF-8', <<'SQL')),
SET client_encoding = 'UTF8';
SELECT speaker, substr(body, lower(cue_span), 4)
FROM (VALUES ('東京 - “日本は静かだ,” Mayor Ana Ruiz said.')) a(body), news_quotes(body);
SQL
	'Ana Ruiz|said', 'EUC_JP reads and counts characters');

# Bytes that are no text in any encoding
is($node->safe_psql('sql_ascii', <<'SQL'),
SELECT bool_and(news_parse(body)::text = body AND (SELECT count(*) >= 0 FROM news_quotes(body)))
FROM (SELECT convert_from(decode(repeat(lpad(to_hex(b), 2, '0'), 300) || '22', 'hex'), 'SQL_ASCII')
	FROM generate_series(1, 255) b) bytes(body);
SQL
	't', 'SQL_ASCII reads any bytes');

# An empty LATIN1 text, and one that ends in an accented letter
is($node->safe_psql('latin1', q{SELECT news_parse('')::text = '', news_parse(chr(233))::text = chr(233)}),
	't|t', 'texts of no and of one character');

$node->stop;
done_testing();
