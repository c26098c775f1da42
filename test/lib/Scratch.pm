# Files that a test of a program makes, in a directory that goes with the test.
#
#	$dir						the directory
#	put(name, text)				writes a file in UTF-8; returns its path
#	put_bytes(name, bytes)		the same, as they are
#	bytes(name)					what is in a file
#	weights(name)				the same, without the lines of comment
package Scratch;

use strict;
use warnings;
use Exporter 'import';
use File::Temp qw(tempdir);
use Figures qw(read_file);

our @EXPORT_OK = qw($dir put put_bytes bytes weights);
our $dir = tempdir(CLEANUP => 1);

sub write_file
{
	my ($layer, $name, $content) = @_;

	open(my $file, ">$layer", "$dir/$name") or die "$name: $!\n";
	print $file $content;
	close($file) or die "$name: $!\n";
	return "$dir/$name";
}

sub put { return write_file(':utf8', @_) }

sub put_bytes { return write_file(':raw', @_) }

sub bytes { return read_file("$dir/$_[0]", ':raw') }

sub weights { return bytes($_[0]) =~ s/^#.*\n//gmr }

1;
