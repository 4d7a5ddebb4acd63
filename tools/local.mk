# SPDX-License-Identifier: LGPL-2.1-or-later
# The program of the demo: the story from W1 to W10, told at length.
noinst_PROGRAMS += tools/tour/tour
tools_tour_tour_SOURCES = \
	tools/tour/bond.c \
	tools/tour/host.c \
	tools/tour/machine.c \
	tools/tour/main.c \
	tools/tour/story.c \
	tools/tour/story.h \
	tools/tour/tour.c \
	tools/tour/tour.h
tools_tour_tour_LDADD = $(USER_LIBRARY)
tools_tour_tour_LDFLAGS = $(AM_LDFLAGS) -no-install

EXTRA_DIST += \
	tools/.shellcheckrc \
	tools/debian \
	tools/demo \
	tools/lib \
	tools/need \
	tools/packages \
	tools/style \
	tools/test
