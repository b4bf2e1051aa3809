B      ?= build
PREFIX ?= /usr/local
TRIALS ?= 2000
# The floors are many small functions: optimised as one, a trial takes a fifth fewer instructions than with -O2.
CFLAGS ?= -O3 -flto=auto -g
PKGS   := gsl yaml-0.1 jansson libmd fontconfig
# No fused multiply-add: a seed gives the same digits whatever the processor can fuse.
override CFLAGS   += -std=c11 -ffp-contract=off -pthread -Wall -Wextra -Wshadow -Wvla -Wconversion
# Asked for when used, not before: the packages may not be there yet. And once, not for each file.
HEADERS = $(eval HEADERS := $$(shell pkg-config --cflags $(PKGS)))$(HEADERS)
override CPPFLAGS += -Iinclude -D_POSIX_C_SOURCE=200809L -MMD -MP $(HEADERS)
LIBS  = $(shell pkg-config --libs $(PKGS)) -lm
SIM  := $(patsubst %.c,$B/%.o,$(wildcard sim/*/*.c))
TEST := $(patsubst %.c,$B/%.o,$(wildcard tests/*.c))
ifeq (,$(findstring -j,$(MAKEFLAGS)))
MAKEFLAGS += -j$(shell nproc)
endif

# One word a file; all of the command with V=1.
say = $(if $V,,@echo '  $(CC) $@';)

$B/casevac: $(SIM)
$B/check: LIBS += -lcmocka
$B/check: $(TEST) $(filter-out $B/sim/cli/main.o,$(SIM))
$B/casevac $B/check: | needs
	$(say)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@
$B/%.o: %.c Makefile | needs
	@mkdir -p $(@D)
	$(say)$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@
$B/sim/cli/shipped.o: $B/prefix
$B/sim/cli/shipped.o: override CPPFLAGS += -DSCENARIOS='"$(PREFIX)/share/casevac/scenarios"'
$B/sim/cli/help.o $B/sim/report/manifest.o: override CPPFLAGS += -DLIBRARIES='"$(foreach p,$(PKGS),$p $(shell pkg-config --modversion $p))"'
# The shipped defaults travel inside the program, as numbers.
$B/sim/scenario/layer.o: override CPPFLAGS += -I$B
$B/sim/scenario/layer.o: $B/defaults.inc
$B/defaults.inc: scenarios/defaults.yaml
	@mkdir -p $(@D)
	od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' >$@
$B/prefix: always
	@mkdir -p $(@D); echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@

# Plain `make` only says what is missing; these install it, unless NO_INSTALL=1.
demo test tested evidence: NEEDS := all
bench: NEEDS := bench
needs:
	@.ci/needs $(or $(NEEDS),build)

# What the program does, and then what is around it: documents as typed, machines that fail.
test: tested
	tests/typed.sh $B/casevac
	tests/needs.sh
	tests/failing.sh $B/casevac
tested: $B/casevac $B/check
	tests/layers.sh
	tests/bad.sh $B/casevac
	tests/check.sh $B/check
	tests/cli.sh $B/casevac
	tests/docs.sh $B/casevac
	tests/shipped.sh $B/casevac
	tests/readback.sh $B/casevac
	tests/bytes.sh $B/casevac
demo: $B/casevac
	$B/casevac run scenarios/mali-2021.yaml --trials $(TRIALS)
evidence: $B/casevac $B/check
	tests/evidence.sh $B/check
bench: $B/casevac
	tests/bench.sh $B/casevac
asan:
	$(MAKE) tested B=build/$@ CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'
# What has threads: the crew that plays trials, and each command as a whole.
tsan:
	$(MAKE) B=build/$@ CFLAGS='-O1 -g -fsanitize=thread' build/$@/casevac build/$@/check
	tests/check.sh build/$@/check test_compare test_panel test_stress test_sweep test_report
	tests/bytes.sh build/$@/casevac
coverage:
	$(MAKE) test B=build/$@ CFLAGS='-O0 -g --coverage'
	gcov -n $(patsubst $B/%,build/$@/%,$(SIM)) | tail -n 1
format:
	clang-format -i $$(git ls-files 'sim/*.[ch]' 'include/*.h' 'tests/*.[ch]' ':!tests/yardstick')
sim/cli/casevac.1: $B/casevac
	$B/casevac help --man >$@
install: $B/casevac
	install -D $B/casevac $(DESTDIR)$(PREFIX)/bin/casevac
	install -D -m 644 sim/cli/casevac.1 $(DESTDIR)$(PREFIX)/share/man/man1/casevac.1
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/casevac/scenarios scenarios/*.yaml scenarios/*.csv
	for f in cases plans stressors; do install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/casevac/scenarios/$$f scenarios/$$f/*.yaml; done
	$B/casevac help --completion | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/bash-completion/completions/casevac
.PHONY: always needs test tested demo evidence bench asan tsan coverage format install
-include $(SIM:.o=.d) $(TEST:.o=.d)
