/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVLINK_H
#define SRIOV_DEVLINK_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_devlink_port_type {
	SRIOV_DEVLINK_PORT_TYPE_UNKNOWN = -1,
	SRIOV_DEVLINK_PORT_TYPE_NOT_SET = 0,
	SRIOV_DEVLINK_PORT_TYPE_AUTO = 1,
	SRIOV_DEVLINK_PORT_TYPE_ETHERNET = 2,
	SRIOV_DEVLINK_PORT_TYPE_INFINIBAND = 3,
};

enum sriov_devlink_port_flavour {
	SRIOV_DEVLINK_PORT_FLAVOUR_UNKNOWN = -1,
	SRIOV_DEVLINK_PORT_FLAVOUR_PHYSICAL = 0,
	SRIOV_DEVLINK_PORT_FLAVOUR_CPU = 1,
	SRIOV_DEVLINK_PORT_FLAVOUR_DSA = 2,
	SRIOV_DEVLINK_PORT_FLAVOUR_PF = 3,
	SRIOV_DEVLINK_PORT_FLAVOUR_VF = 4,
	SRIOV_DEVLINK_PORT_FLAVOUR_VIRTUAL = 5,
	SRIOV_DEVLINK_PORT_FLAVOUR_UNUSED = 6,
	SRIOV_DEVLINK_PORT_FLAVOUR_SF = 7,
};

enum sriov_devlink_version_kind {
	SRIOV_DEVLINK_VERSION_KIND_UNKNOWN = -1,
	SRIOV_DEVLINK_VERSION_KIND_FIXED = 0,
	SRIOV_DEVLINK_VERSION_KIND_RUNNING = 1,
	SRIOV_DEVLINK_VERSION_KIND_STORED = 2,
};

struct sriov_devlink_port;

struct sriov_devlink_port_list;

struct sriov_devlink_info;

struct sriov_devlink_port_list *sriov_devlink_port_list_ref(struct sriov_devlink_port_list *list);

void sriov_devlink_port_list_unref(struct sriov_devlink_port_list *list);

size_t sriov_devlink_port_list_get_count(const struct sriov_devlink_port_list *list);

struct sriov_devlink_port *sriov_devlink_port_list_get(const struct sriov_devlink_port_list *list,
						       size_t position);

struct sriov_devlink_port *sriov_devlink_port_ref(struct sriov_devlink_port *port);

void sriov_devlink_port_unref(struct sriov_devlink_port *port);

unsigned int sriov_devlink_port_get_index(const struct sriov_devlink_port *port);

enum sriov_devlink_port_type sriov_devlink_port_get_type(const struct sriov_devlink_port *port);

enum sriov_devlink_port_flavour
sriov_devlink_port_get_flavour(const struct sriov_devlink_port *port);

int64_t sriov_devlink_port_get_number(const struct sriov_devlink_port *port);

int64_t sriov_devlink_port_get_controller(const struct sriov_devlink_port *port);

bool sriov_devlink_port_is_external(const struct sriov_devlink_port *port);

int64_t sriov_devlink_port_get_pf_number(const struct sriov_devlink_port *port);

int64_t sriov_devlink_port_get_vf_index(const struct sriov_devlink_port *port);

int64_t sriov_devlink_port_get_sf_number(const struct sriov_devlink_port *port);

int sriov_devlink_port_get_netdev_index(const struct sriov_devlink_port *port);

const char *sriov_devlink_port_get_netdev_name(const struct sriov_devlink_port *port);

const char *sriov_devlink_port_get_infiniband_name(const struct sriov_devlink_port *port);

enum sriov_code sriov_device_list_devlink_ports(const struct sriov_device *device,
						struct sriov_devlink_port_list **list,
						struct sriov_error **error);

struct sriov_devlink_info *sriov_devlink_info_ref(struct sriov_devlink_info *info);

void sriov_devlink_info_unref(struct sriov_devlink_info *info);

const char *sriov_devlink_info_get_driver(const struct sriov_devlink_info *info);

const char *sriov_devlink_info_get_serial_number(const struct sriov_devlink_info *info);

const char *sriov_devlink_info_get_board_serial_number(const struct sriov_devlink_info *info);

size_t sriov_devlink_info_get_version_count(const struct sriov_devlink_info *info);

const char *sriov_devlink_info_get_version_name(const struct sriov_devlink_info *info,
						size_t position);

const char *sriov_devlink_info_get_version_value(const struct sriov_devlink_info *info,
						 size_t position);

enum sriov_devlink_version_kind
sriov_devlink_info_get_version_kind(const struct sriov_devlink_info *info, size_t position);

enum sriov_code sriov_device_read_devlink_info(const struct sriov_device *device,
					       struct sriov_devlink_info **info,
					       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
