// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tests of mapping.c where RAM is mapped by the page
 */
#define SG_ITER_TEST_BY_PAGE 1
#include "mapping.c"
