/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Vital Product Data (VPD): what the maker wrote into a card about it.
 */
#ifndef SRIOV_VPD_H
#define SRIOV_VPD_H

#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Whether the read-only part is what the maker wrote.
 * @since 0.1
 */
enum sriov_vpd_checksum {
	/** The answer for NULL. */
	SRIOV_VPD_CHECKSUM_UNKNOWN = -1,
	/** There is none: the keyword RV is missing. */
	SRIOV_VPD_CHECKSUM_MISSING = 0,
	/** It is right. */
	SRIOV_VPD_CHECKSUM_VALID = 1,
	/** It is wrong: some of what is told may be wrong. */
	SRIOV_VPD_CHECKSUM_WRONG = 2,
};

/**
 * @brief One field: a keyword and what it stands for. Immutable and counted.
 * @since 0.1
 */
struct sriov_vpd_field;

/**
 * @brief Takes a reference.
 * @param field may be NULL.
 * @return `field`.
 * @since 0.1
 */
struct sriov_vpd_field *sriov_vpd_field_ref(struct sriov_vpd_field *field);

/**
 * @brief Drops a reference; the last one frees it.
 * @param field may be NULL.
 * @since 0.1
 */
void sriov_vpd_field_unref(struct sriov_vpd_field *field);

/**
 * @brief Its keyword.
 * @param field may be NULL.
 * @return two characters such as "SN" or "V3", borrowed.
 * @since 0.1
 */
const char *sriov_vpd_field_get_keyword(const struct sriov_vpd_field *field);

/**
 * @brief What it says, as a text.
 * @param field may be NULL.
 * @return ASCII without the blanks and NULs at its end, borrowed; a byte that is no printable
 * character is "\xNN", a backslash "\\". May be "".
 * @since 0.1
 */
const char *sriov_vpd_field_get_text(const struct sriov_vpd_field *field);

/**
 * @brief What it says, byte by byte.
 * @param field may be NULL.
 * @return sriov_vpd_field_get_size() bytes, borrowed; NULL when there are none.
 * @since 0.1
 */
const uint8_t *sriov_vpd_field_get_data(const struct sriov_vpd_field *field);

/**
 * @brief How many bytes it has.
 * @param field may be NULL.
 * @return 0 to 255.
 * @since 0.1
 */
size_t sriov_vpd_field_get_size(const struct sriov_vpd_field *field);

/**
 * @brief Whether it is in the part that may be written, such as an asset tag ("YA").
 * @param field may be NULL.
 * @return false for the maker's read-only part, which alone the checksum covers.
 * @since 0.1
 */
bool sriov_vpd_field_is_writable(const struct sriov_vpd_field *field);

/**
 * @brief Fields in the order of the data. Immutable and counted.
 * @since 0.1
 */
struct sriov_vpd_field_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vpd_field_list *sriov_vpd_field_list_ref(struct sriov_vpd_field_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vpd_field_list_unref(struct sriov_vpd_field_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vpd_field_list_get_count(const struct sriov_vpd_field_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_vpd_field_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_vpd_field *sriov_vpd_field_list_get(const struct sriov_vpd_field_list *list,
						 size_t position);

/**
 * @brief The VPD of a device. Immutable and counted.
 * @since 0.1
 */
struct sriov_vpd;

/**
 * @brief Takes a reference.
 * @param vpd may be NULL.
 * @return `vpd`.
 * @since 0.1
 */
struct sriov_vpd *sriov_vpd_ref(struct sriov_vpd *vpd);

/**
 * @brief Drops a reference; the last one frees it.
 * @param vpd may be NULL.
 * @since 0.1
 */
void sriov_vpd_unref(struct sriov_vpd *vpd);

/**
 * @brief Where the data breaks off, and why.
 *
 * Many cards have data that is not quite as the standard wants it. What comes before the fault is
 * sound and told, what comes behind it is not.
 * @param vpd may be NULL.
 * @return #SRIOV_CODE_MALFORMED with the offset in its message, borrowed; NULL when all was read.
 * @since 0.1
 */
const struct sriov_error *sriov_vpd_get_error(const struct sriov_vpd *vpd);

/**
 * @brief Whether its read-only part is what the maker wrote.
 * @param vpd may be NULL.
 * @return the result of the checksum.
 * @since 0.1
 */
enum sriov_vpd_checksum sriov_vpd_get_checksum(const struct sriov_vpd *vpd);

/**
 * @brief The name of the product: the identifier string.
 * @param vpd may be NULL.
 * @return as sriov_vpd_field_get_text() has it, borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vpd_get_product_name(const struct sriov_vpd *vpd);

/**
 * @brief The part number of the board ("PN").
 * @param vpd may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vpd_get_part_number(const struct sriov_vpd *vpd);

/**
 * @brief The serial number of the board ("SN").
 * @param vpd may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vpd_get_serial_number(const struct sriov_vpd *vpd);

/**
 * @brief The engineering change level of the board ("EC").
 * @param vpd may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vpd_get_engineering_level(const struct sriov_vpd *vpd);

/**
 * @brief The manufacture id ("MN").
 * @param vpd may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vpd_get_manufacture_id(const struct sriov_vpd *vpd);

/**
 * @brief What any keyword says: "V0" to "VZ" are the vendor's own, "YA" is the asset tag.
 * @param vpd may be NULL.
 * @param keyword two characters; may be NULL.
 * @return as sriov_vpd_field_get_text() has it, borrowed; NULL when there is no such field. Of two
 * with one keyword the first is told.
 * @since 0.1
 */
const char *sriov_vpd_get_text(const struct sriov_vpd *vpd, const char *keyword);

/**
 * @brief All fields of both parts, but for the checksum ("RV") and what is left free ("RW").
 * @param vpd may be NULL.
 * @return borrowed; may be empty.
 * @since 0.1
 */
const struct sriov_vpd_field_list *sriov_vpd_get_fields(const struct sriov_vpd *vpd);

#ifdef __cplusplus
}
#endif

#endif
