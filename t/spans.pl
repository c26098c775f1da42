# Every span of every sample gives back its text by substr, and the functions
# over text find the same as those over newsdoc.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('spans');

$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
{
	local %ENV = (%ENV, $node->_get_env);
	local $ENV{PGDATABASE} = 'postgres';
	is(system('scripts/samples'), 0, 'the samples are loaded');
}

my $samples = () = glob('data/samples/*.txt');

is($node->safe_psql('postgres', 'SELECT count(*) FROM articles'), $samples, 'all of them');

# Each query gives rows that should not be there.
my %wrong = (
	'a paragraph' => q{
		SELECT a.name, p FROM articles a, news_paragraphs(a.doc) p
		WHERE substr(a.body, lower(p.span), upper(p.span) - lower(p.span)) IS DISTINCT FROM p.text},
	'a sentence' => q{
		SELECT a.name, s FROM articles a, news_sentences(a.doc) s
		WHERE substr(a.body, lower(s.span), upper(s.span) - lower(s.span)) IS DISTINCT FROM s.text},
	'a mention' => q{
		SELECT a.name, m FROM articles a, news_mentions(a.doc) m
		WHERE substr(a.body, lower(m.span), upper(m.span) - lower(m.span)) IS DISTINCT FROM m.text},
	'where an entity is named first' => q{
		SELECT a.name, e FROM articles a, news_entities(a.doc) e
		WHERE NOT EXISTS (SELECT FROM news_mentions(a.doc) m
			WHERE m.span = e.first_span AND m.entity_no = e.entity_no)},
	'a quotation' => q{
		SELECT a.name, q FROM articles a, news_quotes(a.doc) q
		WHERE (SELECT string_agg(substr(a.body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r)
			FROM unnest(q.content) r) IS DISTINCT FROM q.text},
	'its verbatim part, which lies in it' => q{
		SELECT a.name, q FROM articles a, news_quotes(a.doc) q
		WHERE NOT q.verbatim <@ q.content},
	'its kind' => q{
		SELECT a.name, q FROM articles a, news_quotes(a.doc) q
		WHERE (q.kind = 'indirect') <> isempty(q.verbatim)},
	'its speaker as written' => q{
		SELECT a.name, q FROM articles a, news_quotes(a.doc) q
		WHERE substr(a.body, lower(q.speaker_span), upper(q.speaker_span) - lower(q.speaker_span))
			IS DISTINCT FROM q.speaker_text},
	'its cue' => q{
		SELECT a.name, q FROM articles a, news_quotes(a.doc) q
		WHERE substr(a.body, lower(q.cue_span), upper(q.cue_span) - lower(q.cue_span))
			IS DISTINCT FROM q.cue},
	'what is explained' => q{
		SELECT a.name, e FROM articles a, news_explain(a.body) e
		WHERE substr(a.body, lower(e.span), upper(e.span) - lower(e.span)) IS DISTINCT FROM e.text},
	'the whole text' => q{
		SELECT name FROM articles WHERE doc::text IS DISTINCT FROM body});

foreach my $what (sort keys %wrong)
{
	is($node->safe_psql('postgres', $wrong{$what}), '', "substr gives $what");
}

# Quotations of every medium
my $all = 'news_quotes(a.doc, enum_range(NULL::news_medium))';
my %broken = (
	'words in marks are told, not thought' => qq{
		SELECT a.name, q FROM articles a, $all q
		WHERE q.kind <> 'indirect' AND q.medium IN ('thought', 'attitude')},
	'by default, the same rows without thoughts and attitudes' => qq{
		SELECT a.name, q FROM articles a, $all q WHERE q.medium IN ('speech', 'writing')
		EXCEPT ALL SELECT a.name, q FROM articles a, news_quotes(a.doc) q},
	'mentions name quotations that are given by default' => q{
		SELECT a.name, m FROM articles a, news_mentions(a.doc) m
		WHERE m.quote_no IS NOT NULL AND NOT EXISTS (SELECT FROM news_quotes(a.doc) q
			WHERE q.quote_no = m.quote_no AND q.content @> m.span)},
	'each quotation is explained' => qq{
		SELECT a.name, q FROM articles a, $all q
		WHERE NOT EXISTS (SELECT FROM news_explain(a.body) e WHERE e.quote_no = q.quote_no AND e.fired)});

foreach my $what (sort keys %broken)
{
	is($node->safe_psql('postgres', $broken{$what}), '', $what);
}

# Over text and over newsdoc
foreach my $function (qw(paragraphs sentences mentions entities quotes))
{
	my $rows = "SELECT a.id, t.* FROM articles a, news_$function";

	is($node->safe_psql('postgres', "($rows(a.body) t EXCEPT ALL $rows(a.doc) t) UNION ALL
			($rows(a.doc) t EXCEPT ALL $rows(a.body) t)"),
		'', "news_$function over text and over newsdoc");
	cmp_ok($node->safe_psql('postgres', "SELECT count(*) FROM articles a, news_$function(a.doc)"),
		'>', $samples, "news_$function finds something");
}
foreach my $function (qw(article speakers people orgs places))
{
	is($node->safe_psql('postgres', "SELECT name FROM articles
			WHERE news_$function(body)::text IS DISTINCT FROM news_$function(doc)::text"),
		'', "news_$function over text and over newsdoc");
}

$node->stop;
done_testing();
