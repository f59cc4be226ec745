# SPDX-License-Identifier: GPL-2.0-only
# make -f built.mk CONFIG=.config srctree=TREE DIR=drivers/mmc/host: the objects and directories that
# the Makefile of DIR has built with this configuration. kbuild would compile any single object.

all:;@:
include $(CONFIG)
obj := $(DIR)
src := $(srctree)/$(DIR)
include $(firstword $(wildcard $(src)/Kbuild $(src)/Makefile))
# lib/ is named by the top Makefile
goals := $(if $(filter .,$(DIR)),lib/) $(obj-y) $(obj-m) $(lib-y) $(lib-m) $(addsuffix /,$(subdir-y) $(subdir-m))
parts := $(foreach o,$(filter %.o,$(goals)),$($(o:.o=-y)) $($(o:.o=-objs)) $($(o:.o=-m)))
$(foreach o,$(goals) $(parts),$(info $(o)))
