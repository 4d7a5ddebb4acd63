/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_NETDEV_H
#define SRIOV_NETDEV_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_operstate {
	SRIOV_OPERSTATE_UNKNOWN = -1,
	SRIOV_OPERSTATE_NOT_PRESENT = 1,
	SRIOV_OPERSTATE_DOWN = 2,
	SRIOV_OPERSTATE_LOWER_LAYER_DOWN = 3,
	SRIOV_OPERSTATE_TESTING = 4,
	SRIOV_OPERSTATE_DORMANT = 5,
	SRIOV_OPERSTATE_UP = 6,
};

struct sriov_netdev;

struct sriov_netdev_list;

struct sriov_netdev_list *sriov_netdev_list_ref(struct sriov_netdev_list *list);

void sriov_netdev_list_unref(struct sriov_netdev_list *list);

size_t sriov_netdev_list_get_count(const struct sriov_netdev_list *list);

struct sriov_netdev *sriov_netdev_list_get(const struct sriov_netdev_list *list, size_t position);

enum sriov_code sriov_device_list_netdevs(const struct sriov_device *device,
					  struct sriov_netdev_list **list,
					  struct sriov_error **error);

enum sriov_code sriov_netdev_open(struct sriov_context *context, const char *name,
				  struct sriov_netdev **netdev, struct sriov_error **error);

struct sriov_netdev *sriov_netdev_ref(struct sriov_netdev *netdev);

void sriov_netdev_unref(struct sriov_netdev *netdev);

const struct sriov_error *sriov_netdev_get_error(const struct sriov_netdev *netdev);

struct sriov_device *sriov_netdev_get_device(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_name(const struct sriov_netdev *netdev);

int sriov_netdev_get_index(const struct sriov_netdev *netdev);

const struct sriov_string_list *sriov_netdev_get_altnames(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_mac(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_permanent_mac(const struct sriov_netdev *netdev);

unsigned int sriov_netdev_get_mtu_bytes(const struct sriov_netdev *netdev);

bool sriov_netdev_is_up(const struct sriov_netdev *netdev);

bool sriov_netdev_has_carrier(const struct sriov_netdev *netdev);

enum sriov_operstate sriov_netdev_get_operstate(const struct sriov_netdev *netdev);

unsigned int sriov_netdev_get_speed_mbps(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_kind(const struct sriov_netdev *netdev);

int sriov_netdev_get_master_index(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_master_name(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_master_kind(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_port_name(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_port_id(const struct sriov_netdev *netdev);

const char *sriov_netdev_get_switch_id(const struct sriov_netdev *netdev);

unsigned int sriov_netdev_get_dev_port(const struct sriov_netdev *netdev);

unsigned int sriov_netdev_get_dev_id(const struct sriov_netdev *netdev);

#ifdef __cplusplus
}
#endif

#endif
