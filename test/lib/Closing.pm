# prove's harness with one more line at the end: "N passed, N failed".
#
# A test file that dies, runs fewer tests than it planned or cannot be started
# counts as one failure even when each test that it ran had passed.  Skipped
# tests count as neither.
package Closing;

use strict;
use warnings;
use parent 'TAP::Harness';

sub summary
{
	my ($self, $aggregate) = @_;
	my ($passed, $failed) = (0, 0);

	foreach my $parser ($aggregate->parsers)
	{
		my $bad = () = $parser->failed;

		$bad = 1 if $bad == 0 && $parser->has_problems;
		$failed += $bad;
		$passed += (() = $parser->passed) - (() = $parser->skipped);
	}
	$self->SUPER::summary($aggregate);
	print "$passed passed, $failed failed\n";
}

1;
