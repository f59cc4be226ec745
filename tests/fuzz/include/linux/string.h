/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_STRING_H
#define FUZZ_STRING_H

#include <string.h>

#endif
