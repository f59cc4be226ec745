/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Who may sleep
 */
#ifndef FUZZ_SCHED_H
#define FUZZ_SCHED_H

void non_block_start(void);
void non_block_end(void);
void might_sleep(void);
void cond_resched(void);

#endif
