// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tests of flush.c where RAM is mapped by the page
 */
#define SG_ITER_TEST_BY_PAGE 1
#define SG_ITER_TEST_PREFIX(name)	by_page_##name
#include "flush.c"
