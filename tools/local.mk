# SPDX-License-Identifier: LGPL-2.1-or-later
EXTRA_DIST += \
	tools/.shellcheckrc \
	tools/demo \
	tools/lib \
	tools/need \
	tools/packages \
	tools/style \
	tools/test
