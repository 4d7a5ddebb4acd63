// SPDX-License-Identifier: LGPL-2.1-or-later
/* States in JSON, as administrators write them: what is taken comes back the same. */
#include "fuzz.h"

#include <sriov/state.h>

const char fuzz_name[] = "state";

static struct sriov_state *read_state(const char *json)
{
	struct sriov_error *error = NULL;
	struct sriov_state *state;

	FUZZ_CHECK(!sriov_state_new(&state, NULL));
	if (sriov_state_add_json(state, json, &error)) {
		/* All that is wrong is said of it. */
		FUZZ_CHECK(sriov_error_get_code(error) == SRIOV_CODE_INVALID);
		FUZZ_CHECK(sriov_error_get_message(error)[0]);
		FUZZ_CHECK(!sriov_pf_state_list_get_count(sriov_state_get_pfs(state)));
		sriov_state_unref(state);
		state = NULL;
	}
	sriov_error_unref(error);
	return state;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), *json, *again;
	struct sriov_state *state = read_state(text), *same;

	if (state) {
		FUZZ_CHECK(!sriov_state_format_json(state, &json, NULL));
		same = read_state(json);
		FUZZ_CHECK(same && !sriov_state_format_json(same, &again, NULL));
		FUZZ_CHECK(!strcmp(json, again));
		sriov_state_unref(same);
		free(again);
		free(json);
	}
	sriov_state_unref(state);
	free(text);
	return 0;
}
