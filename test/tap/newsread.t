# Which quotations newsread prints: those of the media that it is asked for.
use strict;
use warnings;
use lib 'test/lib';
use JSON::PP;
use Scratch qw(put);
use Test::More;

plan skip_all => 'build/newsread is not here (make tools)' unless -x 'build/newsread';

my $article = put('article.txt', 'Ana Ruiz said that the bridge was shut. '
	. 'Tom Okoro believes that it is open. "It is done," Ruiz wrote.');

# The media of the quotations printed, and the status.
sub media
{
	my ($options) = @_;
	my $printed = qx(build/newsread $options $article 2>&1);

	return ($printed, $? >> 8) if $?;
	return (join(' ', map { $_->{medium} } @{ decode_json($printed)->{quotes} }), 0);
}

is_deeply([ media('') ], [ 'speech writing', 0 ], 'what is told, by default');
is_deeply([ media('--media all') ], [ 'speech thought writing', 0 ], 'all');
is_deeply([ media('--media thought,attitude') ], [ 'thought', 0 ], 'what is thought');
is_deeply([ media('-m writing') ], [ 'writing', 0 ], 'what is written');

my ($said, $status) = media('--media shouting');

is($status, 2, 'no such medium');
like($said, qr/"shouting" is no medium/, 'and it says so');
done_testing();
