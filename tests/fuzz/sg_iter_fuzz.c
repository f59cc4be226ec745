// SPDX-License-Identifier: GPL-2.0-only
/*
 * libFuzzer makes up lists, and operations on two positions in them. After
 * each one, everything must be as the model says.
 */
#include <linux/memremap.h>
#include <operations.h>
#include <stdlib.h>

#define MAX_OPERATIONS	40

/* The same in all builds, so that an input means the same to them. */
static struct operation {
	const char *name;
	void (*run)(struct state *s, unsigned int variant);
	unsigned int variant;
	unsigned long runs;
} operations[] = {
	{ "sg_iter_init", init },
	{ "copy of a struct sg_iter", copy_position },
	{ "sg_iter_skip", skip },
	{ "sg_iter_count", count },
	{ "sg_cpu_accessible", accessible },
	{ "sg_page_iomem", page_iomem },
	{ "sg_debug_plain_access", debug },
	{ "sg_iter_copy_to_buf", copy_to_buf },
	{ "sg_iter_copy_from_buf", copy_from_buf },
	{ "sg_iter_fill", fill, false },
	{ "sg_iter_zero", fill, true },
	{ "sg_iter_copy", copy },
	{ "sg_iter_copy of a position to itself", copy, SELF },
	{ "sg_iter_compare", compare },
	{ "sg_iter_compare of a position with itself", compare, SELF },
	{ "sg_iter_compare_buf", compare_buf },
	{ "sg_iter_peek", peek },
	{ "sg_iter_crc32c", crc, 0 },
	{ "sg_iter_crc32_le", crc, 1 },
	{ "sg_iter_crc_t10dif", crc, 2 },
	{ "sg_iter_crc_itu_t", crc, 3 },
	{ "sg_walk_read", walk },
	{ "sg_walk_read_atomic", walk, ATOMIC },
	{ "sg_walk_write", walk, WRITE },
	{ "sg_walk_write_atomic", walk, WRITE | ATOMIC },
	{ "sg_for_each_read_chunk", walk, LOOP },
	{ "sg_for_each_read_chunk_atomic", walk, LOOP | ATOMIC },
	{ "sg_for_each_write_chunk", walk, LOOP | WRITE },
	{ "sg_for_each_write_chunk_atomic", walk, LOOP | WRITE | ATOMIC },
	{ "sg_walk_read_bounced", walk_bounced },
	{ "sg_walk_read_bounced_atomic", walk_bounced, ATOMIC },
	{ "sg_walk_write_bounced", walk_bounced, WRITE },
	{ "sg_walk_write_bounced_atomic", walk_bounced, WRITE | ATOMIC },
	{ "sg_walk_update_bounced", walk_bounced, UPDATE },
	{ "sg_walk_update_bounced_atomic", walk_bounced, UPDATE | ATOMIC },
	{ "sg_iter_read_fifo8", read_fifo, 0 },
	{ "sg_iter_read_fifo16", read_fifo, 1 },
	{ "sg_iter_read_fifo32", read_fifo, 2 },
	{ "sg_iter_read_fifo_with of 8 bits", read_fifo, WITH },
	{ "sg_iter_read_fifo_with of 16 bits", read_fifo, WITH | 1 },
	{ "sg_iter_read_fifo_with of 32 bits", read_fifo, WITH | 2 },
	{ "sg_iter_read_fifo_with of 64 bits", read_fifo, WITH | 3 },
	{ "sg_iter_write_fifo8", write_fifo, 0 },
	{ "sg_iter_write_fifo16", write_fifo, 1 },
	{ "sg_iter_write_fifo32", write_fifo, 2 },
	{ "sg_iter_write_fifo_with of 8 bits", write_fifo, WITH },
	{ "sg_iter_write_fifo_with of 16 bits", write_fifo, WITH | 1 },
	{ "sg_iter_write_fifo_with of 32 bits", write_fifo, WITH | 2 },
	{ "sg_iter_write_fifo_with of 64 bits", write_fifo, WITH | 3 },
	{ "sg_iter_is_ram", is_ram },
#ifdef CONFIG_64BIT
	{ "sg_iter_read_fifo64", read_fifo, 3 },
	{ "sg_iter_write_fifo64", write_fifo, 3 },
#endif
};

static void print_operations(void)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(operations); i++)
		printf("%10lu %s\n", operations[i].runs, operations[i].name);
}

/* More than memory that is RAM to the CPU is there only if someone said so. */
static bool add_devices(u8 how)
{
	static const enum memory_type types[] = {
		MEMORY_DEVICE_COHERENT, MEMORY_DEVICE_FS_DAX, MEMORY_DEVICE_GENERIC,
		MEMORY_DEVICE_PRIVATE, MEMORY_DEVICE_PCI_P2PDMA,
	};
	struct dev_pagemap pgmap = { .type = types[how % ARRAY_SIZE(types)] };
	bool devices = how % ARRAY_SIZE(types) >= 3;

	model_begin("sg_iter_pagemap_added");
	doing("memory of type %d", pgmap.type);
	sg_iter_pagemap_added(&pgmap);
	check("device memory is looked for", sg_iter_devmem_key.enabled, devices);
	return devices;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	return atexit(print_operations);
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t n)
{
	struct input in = { .next = data, .end = data + n };
	struct state s = { .in = &in };
	unsigned int i;
	bool devices;

	model_reset();
	devices = add_devices(take(&in));
	for (i = 0; i < 2; i++) {
		list_make(&s.lists[i], &in, devices);
		s.positions[i].list = &s.lists[i];
	}

	for (i = 0; i < MAX_OPERATIONS && in.next < in.end; i++) {
		u8 what = take(&in);
		struct operation *op = &operations[what % 64 % ARRAY_SIZE(operations)];
		struct position before[2];

		/* a position owns nothing: any may be kept, and returned to */
		memcpy(before, s.positions, sizeof(before));
		s.pos = &s.positions[what >> 7];
		s.other = &s.positions[!(what >> 7)];
		model_begin(op->name);
		op->run(&s, op->variant);
		model_end(s.positions, 2);
		op->runs++;
		if (what & 64)
			memcpy(s.positions, before, sizeof(before));
	}

	for (i = 0; i < 2; i++)
		list_free(&s.lists[i]);
	return 0;
}
