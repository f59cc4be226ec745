/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_MINMAX_H
#define FUZZ_MINMAX_H

#define min_t(type, a, b)							\
({										\
	type _a = (a), _b = (b);						\
										\
	_a < _b ? _a : _b;							\
})

#define max(a, b)	((a) > (b) ? (a) : (b))
#define min(a, b)								\
({										\
	typeof(a) _a = (a);							\
	typeof(b) _b = (b);							\
										\
	/* as the kernel's: no mix of types */					\
	(void)(&_a == &_b);							\
	_a < _b ? _a : _b;							\
})

#define clamp(n, low, high)							\
({										\
	typeof(n) _n = (n), _low = (low), _high = (high);			\
										\
	_n < _low ? _low : _n > _high ? _high : _n;				\
})

#endif
