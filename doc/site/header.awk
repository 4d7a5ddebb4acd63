# SPDX-License-Identifier: LGPL-2.1-or-later
# Doxygen forgets a comment on a structure that is only declared: it is shown an empty one instead.
/^struct sriov_[a-z0-9_]+;$/ && documented { sub(/;$/, " {};") }
{ documented = /\*\/$/; print }
