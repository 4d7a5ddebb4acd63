# SPDX-License-Identifier: LGPL-2.1-or-later
# A page of the book as Doxygen wants it: its title first, with the file's name as its label, so that
# errors.md becomes errors.html. The lines of comments stay, empty, so that line numbers are right.
/^<!--.*-->$/ { print ""; next }
/^# / && !titled {
	titled = 1
	name = FILENAME
	gsub(/^.*\/|\.md$/, "", name)
	print $0 (name == "mainpage" ? "" : " {#" name "}")
	next
}
{ print }
