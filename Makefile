B      ?= build
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
PKGS   := gsl yaml-0.1 jansson libmd
# No fused multiply-add: a seed gives the same digits whatever the processor can fuse.
override CFLAGS   += -std=c11 -ffp-contract=off -pthread -Wall -Wextra -Wshadow -Wvla -Wconversion
override CPPFLAGS += -Iinclude -D_POSIX_C_SOURCE=200809L -MMD -MP $(shell pkg-config --cflags $(PKGS))
LIBS := $(shell pkg-config --libs $(PKGS)) -lm
SIM  := $(patsubst %.c,$B/%.o,$(wildcard sim/*/*.c))
TEST := $(patsubst %.c,$B/%.o,$(wildcard tests/*.c))

$B/casevac: $(SIM)
$B/check: LIBS += -lcmocka
$B/check: $(TEST) $(filter-out $B/sim/cli/main.o,$(SIM))
$B/casevac $B/check:
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@
$B/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@
test: $B/casevac $B/check
	$B/check
.PHONY: test
-include $(SIM:.o=.d) $(TEST:.o=.d)
