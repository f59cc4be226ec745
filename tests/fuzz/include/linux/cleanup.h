/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_CLEANUP_H
#define FUZZ_CLEANUP_H

#define __cleanup(function)	__attribute__((__cleanup__(function)))

#endif
