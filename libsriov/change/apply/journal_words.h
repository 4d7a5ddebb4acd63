/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words that are in a journal. */
#ifndef CHANGE_JOURNAL_WORDS_H
#define CHANGE_JOURNAL_WORDS_H

/* The folder of the runtime directory. */
#define JOURNAL_FOLDER "journal"

#define JOURNAL_VERSION_NOW 1

#define JOURNAL_VERSION	  "version"
#define JOURNAL_BOOT_ID	  "boot_id"
#define JOURNAL_OWNER	  "owner"
#define JOURNAL_PID	  "pid"
#define JOURNAL_PFS	  "pfs"
#define JOURNAL_ADDRESS	  "address"
#define JOURNAL_OLD	  "old"
#define JOURNAL_OVERRIDES "overrides"
#define JOURNAL_TARGET	  "target"

/* The lines. */
#define JOURNAL_LINE_STEP   "step"
#define JOURNAL_LINE_REMOVE "remove"
#define JOURNAL_LINE_BACK   "back"

#endif
