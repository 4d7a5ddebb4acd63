#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the generator makes of the headers in rules/good: what belongs to what, and its words."""

from __future__ import annotations

import shutil
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "bindings"), str(HERE.parent)]

import tap
from generator import naming, text
from generator.doxygen import read_headers
from generator.model import FunctionKind, ObjectKind, Role, TypeKind
from generator.reader import read_model

if not shutil.which("doxygen"):
    tap.skip_all("doxygen is missing")

MODEL = read_model(read_headers(HERE / "rules" / "good"))
GADGET = MODEL.objects["sriov_gadget"]
OPEN = MODEL.functions["sriov_gadget_open"]
SPIN = MODEL.functions["sriov_gadget_spin"]


class Objects(unittest.TestCase):
    """Objects, lists, options, enums."""

    def test_kinds(self) -> None:
        kinds = {each.short: each.kind for each in MODEL.objects.values()}
        self.assertEqual(
            kinds,
            {
                "error": ObjectKind.OBJECT,
                "gadget": ObjectKind.OBJECT,
                "gadget_list": ObjectKind.LIST,
                "spin_options": ObjectKind.OPTIONS,
            },
        )

    def test_item_of_a_list(self) -> None:
        item = MODEL.objects["sriov_gadget_list"].item
        assert item
        self.assertEqual((item.kind, item.name), (TypeKind.OBJECT, "sriov_gadget"))

    def test_members_of_an_object(self) -> None:
        self.assertEqual(
            [each.member for each in GADGET.getters],
            ["name", "direction", "data", "size", "is_turning"],
        )
        self.assertEqual([each.member for each in GADGET.methods], ["spin"])

    def test_options(self) -> None:
        options = MODEL.options_of(SPIN.inputs[1])
        assert options
        self.assertEqual([each.member for each in options.options], ["direction"])
        self.assertIsNone(MODEL.options_of(SPIN.inputs[0]))

    def test_enum(self) -> None:
        direction = MODEL.enums["sriov_direction"]
        values = [(each.short, each.value) for each in direction.values]
        self.assertEqual(values, [("UNKNOWN", -1), ("LEFT", 0), ("RIGHT", 16)])
        self.assertEqual((direction.header, direction.doc.since), ("gadget", "0.2"))
        self.assertIsNone(direction.name_function)

    def test_name_of_an_enum(self) -> None:
        function = MODEL.enums["sriov_code"].name_function
        assert function
        self.assertEqual(function.name, "sriov_code_get_name")


class Functions(unittest.TestCase):
    """Functions and parameters."""

    def test_function_of_nothing(self) -> None:
        self.assertEqual([each.name for each in MODEL.alone()], ["sriov_gadget_open"])
        self.assertEqual(OPEN.member, "open_gadget")

    def test_roles(self) -> None:
        self.assertEqual(
            [each.role for each in SPIN.parameters],
            [
                Role.SELF,
                Role.INPUT,
                Role.INPUT,
                Role.CALLBACK,
                Role.USER_DATA,
                Role.RESULT,
                Role.RESULT,
                Role.ERROR,
            ],
        )

    def test_results_are_what_they_give(self) -> None:
        given = [(each.type.text, each.nullable) for each in SPIN.results]
        self.assertEqual(given, [("uint64_t", False), ("char *", True)])

    def test_null_is_what_the_comment_says(self) -> None:
        self.assertEqual([each.nullable for each in SPIN.inputs], [False, True, True])
        name, data = GADGET.getters[0], GADGET.getters[2]
        self.assertTrue(name.nullable and data.nullable)
        self.assertFalse(MODEL.functions["sriov_code_get_name"].nullable)

    def test_length_of_bytes(self) -> None:
        self.assertEqual(GADGET.getters[2].length, "sriov_gadget_get_size")

    def test_a_getter_of_a_code_cannot_fail(self) -> None:
        function = MODEL.functions["sriov_error_get_code"]
        self.assertEqual((function.kind, function.fallible), (FunctionKind.GETTER, False))

    def test_declaration(self) -> None:
        self.assertEqual(
            SPIN.declaration,
            "enum sriov_code sriov_gadget_spin(struct sriov_gadget *gadget, "
            "unsigned int speed_mbps, const struct sriov_spin_options *options, "
            "void (*callback)(void *user_data, const char *text), void *user_data, "
            "uint64_t *turns, char **report, struct sriov_error **error)",
        )


class Names(unittest.TestCase):
    """Members are called after what they do, whatever their owner is."""

    def test_members(self) -> None:
        for function, subject, owner, member in (
            ("sriov_pf_set_vf_count", "pf", "pf", "set_vf_count"),
            ("sriov_pf_open", "pf", "context", "open_pf"),
            ("sriov_device_list", "device", "context", "list_devices"),
            ("sriov_module_list_by_alias", "module", "context", "list_modules_by_alias"),
            ("sriov_vfio_list_reset_devices", "vfio", "device", "list_vfio_reset_devices"),
            ("sriov_get_version", "", "", "get_version"),
        ):
            with self.subTest(function):
                self.assertEqual(naming.member_name(function, subject, owner), member)

    def test_the_owner_comes_before_a_longer_name(self) -> None:
        subject = naming.subject_of("sriov_device_list_bars", "device", ["device_list", "bar"])
        self.assertEqual(subject, "device")

    def test_plurals(self) -> None:
        words = {"device": "devices", "capability": "capabilities", "switch": "switches",
                 "way": "ways", "bus": "buses"}
        self.assertEqual({word: naming.plural(word) for word in words}, words)


class Comments(unittest.TestCase):
    """Comments as blocks of any language."""

    def test_blocks(self) -> None:
        self.assertEqual(
            text.wrap(OPEN.doc.details, 24),
            [
                "There are two ways to",
                "name it:",
                "",
                "- by its name,",
                "- by its number.",
                "",
                '    sriov_gadget_open("7", &gadget, NULL);',
            ],
        )

    def test_codes(self) -> None:
        codes = [(each.code, text.sentence(each.runs)) for each in OPEN.doc.codes]
        self.assertEqual(
            codes,
            [
                ("SRIOV_CODE_INVALID", "an argument is NULL."),
                ("SRIOV_CODE_FAILED", "there is none."),
                ("SRIOV_CODE_NO_MEMORY", "out of memory."),
            ],
        )

    def test_kernel_and_since(self) -> None:
        self.assertEqual(text.wrap(OPEN.doc.kernel, 80), ["/sys/gadgets."])
        self.assertEqual(OPEN.doc.since, "0.1")

    def test_words_of_another_language(self) -> None:
        style = text.Style(
            link=lambda run: f"<{run.target}>",
            code=lambda code: f"``{code}``",
            words={"NULL": "None"},
        )
        name = OPEN.parameters[0]
        self.assertEqual(text.sentence(name.runs, style), "the name, ``None`` is none.")
        self.assertEqual(
            text.sentence(GADGET.doc.brief, style), "An object. See <sriov_gadget_open>."
        )
        error = OPEN.parameters[-1]
        self.assertEqual(text.sentence(error.runs, style), "may be None.")


if __name__ == "__main__":
    tap.main()
