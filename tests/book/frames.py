# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whole programs out of parts: what a block may use without saying where it comes from.

In C: ctx, pf (em1), vf (its VF 0, where it has one), device (the PF's) and error, which is NULL.
In Python and Go: ctx and pf.
"""

import re

from blocks import Block

C = """
#include <errno.h>
#include <poll.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
{includes}
static void part(struct sriov_context *ctx, struct sriov_pf *pf, struct sriov_vf *vf,
                 struct sriov_device *device)
{{
	struct sriov_error *error = NULL;

	(void)ctx, (void)pf, (void)vf, (void)device, (void)error;
	{{
#line {line} "{page}"
{text}
	}}
}}

int main(void)
{{
	struct sriov_context *ctx = NULL;
	struct sriov_error *error = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;

	if (sriov_context_new(NULL, &ctx, &error) || sriov_pf_open(ctx, "em1", &pf, &error)) {{
		fprintf(stderr, "%s\\n", sriov_error_get_message(error));
		return EXIT_FAILURE;
	}}
	sriov_pf_open_vf(pf, 0, &vf, NULL);
	part(ctx, pf, vf, sriov_pf_get_device(pf));
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	sriov_context_unref(ctx);
	return EXIT_SUCCESS;
}}
"""

PYTHON = """
import sriov

ctx = sriov.Context()
pf = ctx.open_pf("em1")
{text}
"""

GO = """
package main

import (
{imports}
)

func part(ctx *sriov.Context, pf *sriov.PF) error {{
{text}
	return nil
}}

func main() {{
	ctx, err := sriov.NewContext()
	if err != nil {{
		log.Fatal(err)
	}}
	pf, err := ctx.OpenPF("em1")
	if err != nil {{
		log.Fatal(err)
	}}
	if err := part(ctx, pf); err != nil {{
		log.Fatal(err)
	}}
}}
"""

# What a part in Go may use; it is imported when it is used.
GO_PACKAGES = ("context", "errors", "fmt", "io", "os", "sync", "syscall", "time")


def frame_c(block: Block) -> str:
    includes = "\n".join(re.findall(r"^#include .*$", block.text, re.M))
    text = re.sub(r"^#include .*$", "", block.text, flags=re.M)
    return C.format(includes=includes, text=text, line=block.line + 1, page=block.page.name)


def frame_go(block: Block) -> str:
    used = [name for name in GO_PACKAGES if re.search(rf"\b{name}\.", block.text)]
    imports = "\n".join(f'\t"{name}"' for name in [*used, "log", "libsriov/sriov"])
    return GO.format(imports=imports, text=block.text)


def whole(block: Block) -> str:
    """The block as a program."""
    if block.language == "sh":
        return "set -e\n" + block.text
    if block.is_whole():
        return block.text
    if block.language == "python":
        return PYTHON.format(text=block.text)
    return frame_c(block) if block.language == "c" else frame_go(block)
