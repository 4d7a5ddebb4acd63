# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the generated modules stand on. Written by hand; nothing here knows a function of the
library by name, but free() of C's own.

    library     finds libsriov and its functions
    handles     counted references, and what belongs together
    values      Python's values as C's, with the name of the argument in every refusal
    calls       calls that can fail, and what they give
    errors      the base of all exceptions
    callbacks   Python callables that C calls
    signals     signals that come while C does
    objects     the base of all classes
    sequences   the base of all lists
    enums       the base of all enumerations
    events      waiting for events: descriptors, iteration, asyncio
"""
