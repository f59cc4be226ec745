/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_STATIC_STUB_H
#define FUZZ_STATIC_STUB_H

/* The machine of these tests has I/O memory of its own: nothing is redirected. */
#define KUNIT_STATIC_STUB_REDIRECT(...)	do { } while (0)

#endif
