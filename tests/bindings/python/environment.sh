# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Where the Python package and the library that was built are. Sourced.

# shellcheck source-path=SCRIPTDIR source=../../tap.sh
. "${top_srcdir:-.}/tests/tap.sh"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${PYTHON:-python3}
top_srcdir=$(cd "${top_srcdir:-$here/../../..}" && pwd)
top_builddir=$(cd "${top_builddir:-.}" && pwd)
export top_srcdir top_builddir PYTHONDONTWRITEBYTECODE=1
export LD_LIBRARY_PATH=$top_builddir/libsriov/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null ||
	skip_all "Python 3.9 or later is missing"
