/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/representor.h"

#include "base/error.h"
#include "base/list.h"
#include "object/devlink/representor_search.h"
#include "object/vf/vf.h"

struct sriov_representor {
	struct object object;
	unsigned int vf_index;
	struct sriov_netdev *netdev;
	struct sriov_error *error;
};

OBJECT_REFERENCES(representor)
OBJECT_LIST(representor)

static void destroy(void *object)
{
	struct sriov_representor *representor = object;

	sriov_netdev_unref(representor->netdev);
	sriov_error_unref(representor->error);
}

static enum sriov_code add(const struct representor_search *search, unsigned int vf_index,
			   void *list, struct sriov_error **error)
{
	struct sriov_representor *made = object_new(sizeof(*made), destroy);

	if (!made || !list_add(list, made))
		return error_no_memory(error);
	made->vf_index = vf_index;
	if (representor_search_find(search, vf_index, &made->netdev, &made->error) ==
	    SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	return SRIOV_CODE_OK;
}

static enum sriov_code fill(struct sriov_pf *pf, const struct representor_search *search,
			    void *list, struct sriov_error **error)
{
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	unsigned int count;
	enum sriov_code code = pf_list_indexes(pf, &indexes, &count, error);

	for (unsigned int i = 0; !code && i < count; i++)
		code = add(search, indexes[i], list, error);
	return code;
}

EXPORT enum sriov_code sriov_pf_list_representors(struct sriov_pf *pf,
						  struct sriov_representor_list **list,
						  struct sriov_error **error)
{
	CLEANUP(representor_search_end) struct representor_search search = {0};
	enum sriov_code code;
	void *made;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = representor_search_begin(pf, &search, error);
	if (code)
		return code;
	made = list_new();
	code = made ? fill(pf, &search, made, error) : error_no_memory(error);
	if (code)
		object_unref(made);
	else
		*list = made;
	return code;
}

EXPORT enum sriov_code sriov_vf_read_representor(struct sriov_vf *vf, struct sriov_netdev **netdev,
						 struct sriov_error **error)
{
	CLEANUP(representor_search_end) struct representor_search search = {0};
	enum sriov_code code;

	if (!netdev)
		return error_null(error, "netdev");
	*netdev = NULL;
	if (!vf)
		return error_null(error, "vf");
	code = representor_search_begin(vf->pf, &search, error);
	return code ? code : representor_search_find(&search, vf->index, netdev, error);
}

EXPORT unsigned int sriov_representor_get_vf_index(const struct sriov_representor *representor)
{
	return representor ? representor->vf_index : 0;
}

EXPORT struct sriov_netdev *
sriov_representor_get_netdev(const struct sriov_representor *representor)
{
	return representor ? representor->netdev : NULL;
}

EXPORT const struct sriov_error *
sriov_representor_get_error(const struct sriov_representor *representor)
{
	return representor ? representor->error : NULL;
}
