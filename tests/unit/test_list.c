/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include <pthread.h>

#include "base/list.h"
#include "base/object.h"

struct thing {
	struct object object;
	int number;
};

static int destroyed;

static void destroy(void *object)
{
	(void)object;
	destroyed++;
}

static struct thing *make(int number)
{
	struct thing *thing = object_new(sizeof(*thing), destroy);

	thing->number = number;
	return thing;
}

START_TEST(object_lives_until_the_last_reference)
{
	struct thing *thing = make(1);

	ck_assert_ptr_eq(object_ref(thing), thing);
	object_unref(thing);
	ck_assert_int_eq(destroyed, 0);
	ck_assert_int_eq(thing->number, 1);
	object_unref(thing);
	ck_assert_int_eq(destroyed, 1);
}
END_TEST

START_TEST(object_is_zeroed_and_may_be_null)
{
	struct thing *thing = object_new(sizeof(*thing), NULL);

	ck_assert_int_eq(thing->number, 0);
	object_unref(thing);
	ck_assert_ptr_null(object_ref(NULL));
	object_unref(NULL);
}
END_TEST

static void *take_and_drop(void *thing)
{
	for (int i = 0; i < 100000; i++) {
		object_ref(thing);
		object_unref(thing);
	}
	return NULL;
}

START_TEST(object_is_counted_by_many_threads)
{
	struct thing *thing = make(1);
	pthread_t threads[4];

	for (int i = 0; i < 4; i++)
		ck_assert_int_eq(pthread_create(&threads[i], NULL, take_and_drop, thing), 0);
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	ck_assert_int_eq(destroyed, 0);
	object_unref(thing);
	ck_assert_int_eq(destroyed, 1);
}
END_TEST

START_TEST(list_keeps_order_and_ends)
{
	void *list = list_new();

	ck_assert_uint_eq(list_get_count(list), 0);
	ck_assert_ptr_null(list_get(list, 0));
	for (int i = 0; i < 100; i++)
		ck_assert(list_add(list, make(i)));
	ck_assert_uint_eq(list_get_count(list), 100);
	for (size_t i = 0; i < 100; i++)
		ck_assert_int_eq(((struct thing *)list_get(list, i))->number, (int)i);
	ck_assert_ptr_null(list_get(list, 100));
	ck_assert_ptr_null(list_get(list, SIZE_MAX));
	object_unref(list);
	ck_assert_int_eq(destroyed, 100);
}
END_TEST

START_TEST(list_may_be_null)
{
	ck_assert_uint_eq(list_get_count(NULL), 0);
	ck_assert_ptr_null(list_get(NULL, 0));
}
END_TEST

static int compare(const void *left, const void *right)
{
	const struct thing *const *first = left, *const *second = right;

	return (*first)->number - (*second)->number;
}

START_TEST(list_sorts)
{
	void *list = list_new();

	list_sort(list, compare);
	for (int i = 0; i < 50; i++)
		list_add(list, make(i * 37 % 50));
	list_sort(list, compare);
	for (size_t i = 0; i < 50; i++)
		ck_assert_int_eq(((struct thing *)list_get(list, i))->number, (int)i);
	object_unref(list);
}
END_TEST

UNIT_SUITE("list", object_lives_until_the_last_reference, object_is_zeroed_and_may_be_null,
	   object_is_counted_by_many_threads, list_keeps_order_and_ends, list_may_be_null,
	   list_sorts)
