/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Contenders for a step that writes
 */
#define BENCH_WALK		sg_walk_write_atomic
#define BENCH_FOR_EACH		sg_for_each_write_chunk
#define BENCH_FOR_EACH_ATOMIC	sg_for_each_write_chunk_atomic
#define BENCH_MITER		SG_MITER_TO_SG
#define BENCH_SCATTERWALK_DONE	bench_scatterwalk_write
#define BENCH_IOV		ITER_DEST

#include "contenders.h"
