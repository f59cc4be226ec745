# SPDX-License-Identifier: GPL-2.0-only

KERNEL ?= $(if $(KDIR),$(KDIR),$(if $(filter all,$(ARCH)),lts latest,lts))
KDIR ?=
ONLY ?=
ARCH ?= um
COVERAGE ?=
MUTANT ?=
PART ?=
MACHINES ?=
SECONDS ?= $(if $(RUNS),3600,60)

.PHONY: help run e2e test kunit check bench regress bloat cost docs mutants fuzz apply unapply lines series audit clean distclean

help:		## show this
	@echo "Usage: make TARGET [KERNEL=lts|latest|DIR] ..."
	@awk -F':.*## ' '/^[a-z0-9]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

run:		## boot a stock and a converted kernel in QEMU, real data through both
	@scripts/run "$(KERNEL)"

e2e:		## system tests of single drivers in QEMU, stock and converted [CASE=name|quick]
	@scripts/e2e "$(KERNEL)" $(or $(CASE),all)

test:		## all that CI runs
	@scripts/test

kunit:		## the KUnit suites [ARCH=um|i386|arm|x86_64|arm64|riscv|powerpc|s390|all] [COVERAGE=1]
	@$(if $(filter all,$(ARCH)),scripts/kunit-all $(KERNEL),scripts/$(if \
		$(COVERAGE),coverage,kunit) "$(KERNEL)" $(ARCH))

check:		## sparse, W=1, checkpatch, kernel-doc on our files and the converted ones
	@scripts/check "$(KERNEL)"

mutants:	## does a test notice each small change of our code? [MUTANT=name|PART=k/n]
	@scripts/mutate "$(KERNEL)" "$(or $(MUTANT),$(PART),1/1)"

bench:		## the API beside what else iterates: time on UML, instructions in QEMU [MACHINES=um, QUICK=1]
	@scripts/bench "$(KERNEL)" $(MACHINES)

cost:		## what I/O by converted drivers costs, in instructions, stock beside converted
	@scripts/cost "$(KERNEL)"

regress:	## are those instructions more than the last commit took?
	@scripts/regress "$(KERNEL)"

docs:		## our pages of the kernel's documentation, as HTML
	@scripts/docs "$(KERNEL)"

fuzz:		## libFuzzer on two builds in user space [SECONDS=60 each, RUNS=, CASE=file]
	@scripts/fuzz "$(SECONDS)"

apply:		## convert your own tree: KDIR=dir [ONLY="drivers/mmc ..."]
	@scripts/apply "$(KDIR)" $(ONLY)

unapply:	## undo that, byte for byte: KDIR=dir
	@scripts/unapply "$(KDIR)"

lines:		## lines of each converted file, before and after
	@scripts/lines "$(KERNEL)"

bloat:		## code of each converted file, before and after, in bytes
	@scripts/bloat "$(KERNEL)"

series:		## patches to send, one a converted file, in build/series/: KDIR=dir [ONLY="drivers/mmc ..."]
	@scripts/series "$(KDIR)" $(ONLY)

audit:		## which code maps scatterlists by hand: KDIR=dir, or KERNEL= as converted here
	@scripts/audit "$(KERNEL)"

clean:		## remove what was built; keep downloads and unpacked kernels
	@[ ! -d build ] || find build -mindepth 2 -maxdepth 2 ! -path 'build/pkg/*' ! -path 'build/apt/*' \
		! -name src ! -name version ! -name id -exec rm -rf {} +

distclean:	## remove build/
	rm -rf build
