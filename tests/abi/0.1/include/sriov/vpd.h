/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VPD_H
#define SRIOV_VPD_H

#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_vpd_checksum {
	SRIOV_VPD_CHECKSUM_UNKNOWN = -1,
	SRIOV_VPD_CHECKSUM_MISSING = 0,
	SRIOV_VPD_CHECKSUM_VALID = 1,
	SRIOV_VPD_CHECKSUM_WRONG = 2,
};

struct sriov_vpd_field;

struct sriov_vpd_field *sriov_vpd_field_ref(struct sriov_vpd_field *field);

void sriov_vpd_field_unref(struct sriov_vpd_field *field);

const char *sriov_vpd_field_get_keyword(const struct sriov_vpd_field *field);

const char *sriov_vpd_field_get_text(const struct sriov_vpd_field *field);

const uint8_t *sriov_vpd_field_get_data(const struct sriov_vpd_field *field);

size_t sriov_vpd_field_get_size(const struct sriov_vpd_field *field);

bool sriov_vpd_field_is_writable(const struct sriov_vpd_field *field);

struct sriov_vpd_field_list;

struct sriov_vpd_field_list *sriov_vpd_field_list_ref(struct sriov_vpd_field_list *list);

void sriov_vpd_field_list_unref(struct sriov_vpd_field_list *list);

size_t sriov_vpd_field_list_get_count(const struct sriov_vpd_field_list *list);

struct sriov_vpd_field *sriov_vpd_field_list_get(const struct sriov_vpd_field_list *list,
						 size_t position);

struct sriov_vpd;

struct sriov_vpd *sriov_vpd_ref(struct sriov_vpd *vpd);

void sriov_vpd_unref(struct sriov_vpd *vpd);

const struct sriov_error *sriov_vpd_get_error(const struct sriov_vpd *vpd);

enum sriov_vpd_checksum sriov_vpd_get_checksum(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_product_name(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_part_number(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_serial_number(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_engineering_level(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_manufacture_id(const struct sriov_vpd *vpd);

const char *sriov_vpd_get_text(const struct sriov_vpd *vpd, const char *keyword);

const struct sriov_vpd_field_list *sriov_vpd_get_fields(const struct sriov_vpd *vpd);

#ifdef __cplusplus
}
#endif

#endif
