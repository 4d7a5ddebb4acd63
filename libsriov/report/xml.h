/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Texts in XML. */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include <stdbool.h>

#include "base/text.h"

/* UTF-8 that XML can hold and a line shows: without control characters and the like. */
bool xml_is_clean(const char *string);

/* Adds the string so that it may stand between tags and, in either kind of quotes, in a tag. */
void xml_add_escaped(struct text *text, const char *string);

#endif
