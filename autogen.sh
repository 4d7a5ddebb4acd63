#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Makes ./configure, which a release has and a checkout has not.
set -eu
cd "$(dirname "$0")"
mkdir -p build-aux/m4
exec autoreconf --install --force
