/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What every kernel source takes for granted
 */
#ifndef FUZZ_KERNEL_H
#define FUZZ_KERNEL_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <linux/types.h>
#include <sys/cdefs.h>

#if __SIZEOF_LONG__ == 8
#define CONFIG_64BIT	1
#endif
/* the memory map is in sections, without CONFIG_SPARSEMEM_VMEMMAP */
#define CONFIG_SPARSEMEM	1

typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __u64 u64;

#define STRING(macro)		#macro
#define VALUE(macro)		STRING(macro)
#define IS_ENABLED(option)	(VALUE(option)[0] == '1')

#define __force
#define __iomem
#define __uninitialized
#define __printf(text, args)	__attribute__((__format__(printf, text, args)))
#define __noreturn		__attribute__((__noreturn__))
#define __maybe_unused		__attribute__((__unused__))
#define __aligned(n)		__attribute__((__aligned__(n)))
#define likely(cond)		__builtin_expect(!!(cond), 1)
#define unlikely(cond)		__builtin_expect(!!(cond), 0)
#define noinline		__attribute__((noinline))
#define OPTIMIZER_HIDE_VAR(var)	asm("" : "+r" (var))

#define ARRAY_SIZE(array)	(sizeof(array) / sizeof((array)[0]))
#define IS_ALIGNED(n, to)	(((n) & ((typeof(n))(to) - 1)) == 0)
#define DIV_ROUND_UP(n, d)	(((n) + (d) - 1) / (d))
#define round_down(n, to)	((n) & ~((typeof(n))(to) - 1))
#define rounddown(n, to)	((n) - (n) % (to))
#define _RET_IP_		((unsigned long)__builtin_return_address(0))

#define cpu_to_le64(n)		htole64(n)
#define le64_to_cpu(n)		le64toh(n)

#endif
