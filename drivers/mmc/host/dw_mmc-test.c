// SPDX-License-Identifier: GPL-2.0-only
/*
 * KUnit tests of PIO in the DesignWare MMC driver, which includes this file.
 * Registers and FIFO are emulated (lib/logic_iomem.c): what the card has sent
 * or received is compared byte by byte with the scatterlist.
 */
#include <kunit/test.h>
#include <linux/logic_iomem.h>
#include <linux/prandom.h>
#include <linux/scatterlist.h>
#include <linux/unaligned.h>

#define FAKE_DEPTH	16	/* words */
#define FAKE_DATA	0x200
#define FAKE_MAX	4096	/* bytes of a transfer */
#define FAKE_GAP	5	/* canaries before each entry, and after the last */

static struct fake_dw {
	struct rnd_state	rnd;
	unsigned int		width;	/* bytes of a word */
	bool			halves;	/* it is accessed as two times 32 bits */
	bool			reading;
	/* what passed through the FIFO: written to @in, read from @out */
	u8			bytes[FAKE_MAX + 64];
	size_t			in, out;
	size_t			end;	/* what the card has to send */
	unsigned int		wrong;	/* accesses that no driver should do */
} fake;

static unsigned int fake_level(void)
{
	return (fake.in - fake.out) / fake.width;
}

/* The card sends words, or takes them, up to as many as there may be. */
static void fake_card(void)
{
	size_t words = fake.reading ? FAKE_DEPTH - fake_level() : fake_level();
	size_t n = (prandom_u32_state(&fake.rnd) % (words + 1)) * fake.width;

	if (fake.reading)
		fake.in = min(fake.in + n, fake.end);
	else
		fake.out += n;
}

/* The bytes that an access of the FIFO is about, which moves on with it */
static u8 *fake_word(unsigned int offset, int size, size_t *pos)
{
	static u8 nowhere[8];
	unsigned int want = fake.halves ? 4 : fake.width;
	unsigned int half = *pos % fake.width;
	bool may = half || (fake.reading ? fake_level() > 0 :
					   fake_level() < FAKE_DEPTH);
	u8 *at = &fake.bytes[*pos];

	if (!may || size != want || offset != FAKE_DATA + half ||
	    *pos + size > sizeof(fake.bytes)) {
		fake.wrong++;
		return nowhere;
	}
	*pos += size;
	return at;
}

static unsigned long fake_read(void *priv, unsigned int offset, int size)
{
	u8 *at;

	switch (offset) {
	case SDMMC_STATUS:
		return fake_level() << 17;
	case SDMMC_MINTSTS:
		/* time has passed */
		fake_card();
		if (fake.reading)
			return fake_level() ? SDMMC_INT_RXDR : 0;
		return fake_level() < FAKE_DEPTH ? SDMMC_INT_TXDR : 0;
	}
	if (offset < FAKE_DATA)
		return 0;

	at = fake_word(offset, size, &fake.out);
	switch (size) {
	case 2:
		return get_unaligned((u16 *)at);
	case 4:
		return get_unaligned((u32 *)at);
	default:
		return get_unaligned((unsigned long *)at);
	}
}

static void fake_write(void *priv, unsigned int offset, int size,
		       unsigned long val)
{
	u8 *at;

	if (offset < FAKE_DATA)
		return;

	at = fake_word(offset, size, &fake.in);
	switch (size) {
	case 2:
		put_unaligned(val, (u16 *)at);
		break;
	case 4:
		put_unaligned(val, (u32 *)at);
		break;
	default:
		put_unaligned(val, (unsigned long *)at);
	}
}

static const struct logic_iomem_ops fake_ops = {
	.read	= fake_read,
	.write	= fake_write,
};

static long fake_map(unsigned long offset, size_t size,
		     const struct logic_iomem_ops **ops, void **priv)
{
	*ops = &fake_ops;
	return 0;
}

static const struct logic_iomem_region_ops fake_region_ops = {
	.map	= fake_map,
};

/* Above the RAM of UML, below its PCI devices */
static struct resource fake_region = {
	.name	= "dw_mmc test device",
	.start	= 0xe0000000,
	.end	= 0xe0000000 + PAGE_SIZE - 1,
	.flags	= IORESOURCE_MEM,
};

static void __iomem *fake_registers(void)
{
	static void __iomem *regs;

	/* regions of logic_iomem are for ever */
	if (!regs && !logic_iomem_add_region(&fake_region, &fake_region_ops))
		regs = ioremap(fake_region.start, PAGE_SIZE);
	return regs;
}

struct pio_width {
	const char	*name;
	int		shift;
	u32		quirks;
};

static const struct pio_width widths[] = {
	{ "16 bits", 1 },
	{ "32 bits", 2 },
	{ "64 bits", 3 },
	{ "64 bits by halves", 3, DW_MMC_QUIRK_FIFO64_32 },
};

KUNIT_ARRAY_PARAM_DESC(widths, widths, name);

/* Lengths of entries; words straddle some of them, and the end of others. */
static const unsigned int shapes[][8] = {
	{ 512 },
	{ 1 },
	{ 13 },
	{ 1, 1, 1, 1, 1, 1, 1, 1 },
	{ 3, 5, 504 },
	{ 510, 2, 511, 1 },
	{ 7, 1017, 4, 997, 23 },
	{ FAKE_MAX - 3 },
};

/* One transfer: the host, the list, and what is at its entries */
struct pio {
	struct kunit		*test;
	struct dw_mci		*host;
	struct mmc_data		data;
	struct scatterlist	sg[8];
	u8			*memory;
	size_t			size;	/* of it */
	size_t			total;	/* bytes of the list */
};

static struct pio *pio_start(struct kunit *test, const unsigned int shape[8],
			     unsigned int flags, size_t extra)
{
	const struct pio_width *width = test->param_value;
	struct pio *p = kunit_kzalloc(test, sizeof(*p), GFP_KERNEL);
	struct dw_mci *host = kunit_kzalloc(test, sizeof(*host), GFP_KERNEL);
	unsigned int i, count = 0;
	u8 *at;

	KUNIT_ASSERT_NOT_NULL(test, p);
	KUNIT_ASSERT_NOT_NULL(test, host);
	p->test = test;
	p->host = host;
	host->regs = fake_registers();
	KUNIT_ASSERT_NOT_NULL(test, (void __force *)host->regs);
	host->fifo_reg = host->regs + FAKE_DATA;
	host->fifo_depth = FAKE_DEPTH;
	host->data_shift = width->shift;
	host->quirks = width->quirks;
	spin_lock_init(&host->irq_lock);

	while (count < 8 && shape[count])
		p->total += shape[count++];
	p->size = p->total + (count + 1) * FAKE_GAP;
	p->memory = kunit_kmalloc(test, p->size, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, p->memory);
	memset(p->memory, 0xee, p->size);
	sg_init_table(p->sg, count);
	at = p->memory;
	for (i = 0; i < count; i++) {
		at += FAKE_GAP;
		sg_set_buf(&p->sg[i], at, shape[i]);
		at += shape[i];
	}

	prandom_seed_state(&fake.rnd, p->total);
	fake.width = 1 << width->shift;
	fake.halves = width->quirks;
	fake.reading = flags & MMC_DATA_READ;
	fake.in = 0;
	fake.out = 0;
	fake.wrong = 0;
	fake.end = round_up(p->total, fake.width) + extra * fake.width;
	prandom_bytes_state(&fake.rnd, fake.bytes, sizeof(fake.bytes));

	p->data.blksz = p->total;
	p->data.blocks = 1;
	p->data.flags = flags;
	p->data.sg = p->sg;
	p->data.sg_len = count;
	dw_mci_submit_data(host, &p->data);
	return p;
}

/* What is at the entries is @bytes, and around them nothing has changed. */
static void pio_expect(struct pio *p, const u8 *bytes)
{
	size_t i, left = FAKE_GAP;
	unsigned int entry = 0;
	u8 *at = p->memory;

	while (at < p->memory + p->size) {
		for (i = 0; i < left; i++, at++)
			KUNIT_ASSERT_EQ(p->test, 0xee, *at);
		if (entry < p->data.sg_len)
			for (i = 0; i < p->sg[entry].length; i++)
				KUNIT_ASSERT_EQ(p->test, *bytes++, *at++);
		entry++;
	}
}

static void pio_expect_end(struct pio *p)
{
	KUNIT_ASSERT_NULL(p->test, p->host->sg);
	KUNIT_ASSERT_TRUE(p->test, test_bit(EVENT_XFER_COMPLETE,
					    &p->host->pending_events));
	KUNIT_ASSERT_EQ(p->test, p->total, p->data.bytes_xfered);
	KUNIT_ASSERT_EQ(p->test, 0, fake.wrong);
}

static void read_all(struct kunit *test, size_t extra)
{
	unsigned int i, tries;

	for (i = 0; i < ARRAY_SIZE(shapes); i++) {
		struct pio *p = pio_start(test, shapes[i], MMC_DATA_READ, extra);

		for (tries = 0; p->host->sg && tries < 10000; tries++) {
			fake_card();
			/* data over: what is in the FIFO is all there is */
			dw_mci_read_data_pio(p->host, fake.in == fake.end);
		}
		pio_expect_end(p);
		/* not a word less, and none that was not asked for */
		KUNIT_ASSERT_EQ(test, round_up(p->total, fake.width), fake.out);
		pio_expect(p, fake.bytes);
	}
}

static void test_read(struct kunit *test)
{
	read_all(test, 0);
}

/* A card that sends more than was asked for does not keep the interrupt busy. */
static void test_read_too_much(struct kunit *test)
{
	read_all(test, 3);
}

static void test_write(struct kunit *test)
{
	unsigned int i, entry, tries;
	u8 *sent = kunit_kmalloc(test, FAKE_MAX, GFP_KERNEL);
	size_t pos;

	KUNIT_ASSERT_NOT_NULL(test, sent);
	for (i = 0; i < ARRAY_SIZE(shapes); i++) {
		struct pio *p = pio_start(test, shapes[i], MMC_DATA_WRITE, 0);

		prandom_bytes_state(&fake.rnd, sent, p->total);
		pos = 0;
		for (entry = 0; entry < p->data.sg_len; entry++) {
			memcpy(sg_virt(&p->sg[entry]), sent + pos,
			       p->sg[entry].length);
			pos += p->sg[entry].length;
		}

		for (tries = 0; p->host->sg && tries < 10000; tries++) {
			dw_mci_write_data_pio(p->host);
			fake_card();
		}
		pio_expect_end(p);
		KUNIT_ASSERT_EQ(test, round_up(p->total, fake.width), fake.in);
		KUNIT_ASSERT_MEMEQ(test, fake.bytes, sent, p->total);
		KUNIT_ASSERT_NULL(test, memchr_inv(fake.bytes + p->total, 0,
						   fake.in - p->total));
		pio_expect(p, sent);
	}
}

/* A request that is reset half-way leaves nothing to the next one. */
static void test_reset(struct kunit *test)
{
	struct pio *p = pio_start(test, shapes[5], MMC_DATA_READ, 0);

	fake.in = 3 * fake.width;
	dw_mci_read_data_pio(p->host, false);
	KUNIT_ASSERT_NOT_NULL(test, p->host->sg);
	KUNIT_ASSERT_GT(test, p->data.bytes_xfered, 0);
	read_all(test, 0);
}

static struct kunit_case dw_mmc_cases[] = {
	KUNIT_CASE_PARAM(test_read, widths_gen_params),
	KUNIT_CASE_PARAM(test_read_too_much, widths_gen_params),
	KUNIT_CASE_PARAM(test_write, widths_gen_params),
	KUNIT_CASE_PARAM(test_reset, widths_gen_params),
	{}
};

static struct kunit_suite dw_mmc_suite = {
	.name		= "dw_mmc",
	.test_cases	= dw_mmc_cases,
};

kunit_test_suite(dw_mmc_suite);
