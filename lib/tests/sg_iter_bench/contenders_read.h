/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Contenders for a step that reads
 */
#define BENCH_WALK		sg_walk_read_atomic
#define BENCH_FOR_EACH		sg_for_each_read_chunk
#define BENCH_FOR_EACH_ATOMIC	sg_for_each_read_chunk_atomic
#define BENCH_MITER		SG_MITER_FROM_SG
#define BENCH_SCATTERWALK_DONE	bench_scatterwalk_read
#define BENCH_IOV		ITER_SOURCE

#include "contenders.h"
