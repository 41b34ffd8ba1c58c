# nianbaod: what there is to do with the sources. `make` alone lists it.
#
# Needs GNU make, a Swift 6.3 toolchain in PATH, and Debian 12 or a relative of it.

prefix     ?= /usr/local
DESTDIR    ?=
bindir     := $(prefix)/bin
libexecdir := $(prefix)/libexec/nianbaod
docdir     := $(prefix)/share/doc/nianbaod
mandir     := $(prefix)/share/man
# Where shells look for what completes commands.
completions := $(prefix)/share/bash-completion/completions/nianbaod $(prefix)/share/zsh/vendor-completions/_nianbaod \
  $(prefix)/share/fish/vendor_completions.d/nianbaod.fish
# Where the program looks when it is told nothing, whatever the prefix.
sysconfdir := /etc

# systemd reads lib/systemd/system below /usr and /usr/local, and likewise sysusers.d, tmpfiles.d and its catalog.
# A prefix elsewhere it does not know; what belongs to such a one goes to /etc as an administrator's own.
ifneq ($(filter /usr /usr/local,$(prefix)),)
unitdir     := $(prefix)/lib/systemd/system
catalogdir  := $(prefix)/lib/systemd/catalog
sysusersdir := $(prefix)/lib/sysusers.d
tmpfilesdir := $(prefix)/lib/tmpfiles.d
else
unitdir     := $(sysconfdir)/systemd/system
catalogdir  := $(sysconfdir)/systemd/catalog
sysusersdir := $(sysconfdir)/sysusers.d
tmpfilesdir := $(sysconfdir)/tmpfiles.d
endif

SWIFT   ?= swift
INSTALL ?= install
# Statically, so that a machine runs what is installed without a Swift toolchain or its libraries. Nobody loads symbols
# from a program, and relocations are packed: both together spare the memory that they would take at rest.
SWIFT_BUILD := $(SWIFT) build --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld \
  -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs
# Every arrow between modules stands in Package.swift.
SWIFT_TEST  := $(SWIFT) test --disable-xctest --explicit-target-dependency-import-check error
BUILT       := .build/release
# Everything that has a version takes it from here.
version     := $(shell sed -n 's/.* current = "\(.*\)"/\1/p' Sources/Daemon/Version.swift)

# The reports that benchmarks read and fuzzing starts from.
CORPUS  ?= Tests/TestFixtures/corpus
# How long each harness is fuzzed, and which: all, when none is named.
SECONDS ?= 600
HARNESS ?=

BUILD_PACKAGES := libpoppler-private-dev libseccomp-dev libsqlite3-dev libsystemd-dev libxml2-dev libzip-dev nettle-dev \
  pkg-config poppler-data
BENCH_PACKAGES := gcc libc6-dev poppler-utils procps python3-venv
TORTURE_PACKAGES := procps python3 python3-venv samba smbclient
DEB_PACKAGES   := debhelper dpkg-dev lintian
TEST_PACKAGES  := chromium debootstrap e2fsprogs fonts-noto-cjk libreoffice-writer-nogui poppler-utils strace \
  man-db systemd-container util-linux \
  $(DEB_PACKAGES) $(TORTURE_PACKAGES)

.DEFAULT_GOAL := help
.PHONY: help deps deps-test build test lint demo bench fuzz torture deb deb-of-built install uninstall clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

# Installs those of the packages $(1) that are missing; does nothing, and needs no rights, when none is.
define install-packages
	@command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || { \
	  echo 'make $@: no apt here. Install what these Debian packages hold: $(1)' >&2; exit 1; }; \
	missing=; \
	for package in $(1); do \
	  dpkg-query --show --showformat='$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed \
	    || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
	echo "make $@: installing$$missing"; \
	$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing
endef

deps: ## install the Debian packages that the build needs
	$(call install-packages,$(BUILD_PACKAGES))

deps-test: deps ## install those that the tests need as well
	$(call install-packages,$(TEST_PACKAGES))

build: ## build all programs, release and static
	$(SWIFT_BUILD) --product nianbaod
	$(SWIFT_BUILD) --product nianbaod-convert
	$(SWIFT_BUILD) --product nianbaod-extract

# The tests of the whole boot machines on which what `build` and `deb` have made is installed.
test: deps-test deb ## run all tests
	$(SWIFT_TEST)

lint: ## hold the sources to .swift-format
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

demo: deps build ## watch it judge a few reports
	@Tests/Demo/demo.sh

# Installs $(1) as $(2), with the paths of this prefix in place of those of /usr.
define install-with-paths
	$(INSTALL) -D -m 644 $(1) $(DESTDIR)$(2)
	sed -i 's|/usr/bin/|$(bindir)/|; s|/usr/share/doc/nianbaod/|$(docdir)/|' $(DESTDIR)$(2)
endef

# The template for several districts on one machine differs from the unit in where things lie.
define install-instance-unit
	sed -e '1i # One district of several: systemctl enable --now nianbaod@NAME. Its configuration /etc/nianbaod/NAME/nianbaod.yaml and\n# its spool /srv/nianbao-NAME, owned by nianbaod:nianbaod with mode 2770, have to be there.' \
	  -e 's|^Description=.*|& (%i)|' -e 's|^StateDirectory=nianbaod$$|&/%i|' \
	  -e 's|/srv/nianbao\>|&-%i|g; s|/var/lib/nianbaod\>|&/%i|g; s|systemctl edit nianbaod\>|&@NAME|' \
	  -e 's|^Exec[A-Za-z]*=.*/nianbaod [a-z]*$$|& --config $(sysconfdir)/nianbaod/%i/nianbaod.yaml --spool /srv/nianbao-%i --state /var/lib/nianbaod/%i|' \
	  $(DESTDIR)$(unitdir)/nianbaod.service >$(DESTDIR)$(unitdir)/nianbaod@.service
	chmod 644 $(DESTDIR)$(unitdir)/nianbaod@.service
endef

# The program writes down itself what its commands and options are.
define install-completion
	$(INSTALL) -d -m 755 $(DESTDIR)$(dir $(2))
	$(BUILT)/nianbaod --generate-completion-script $(1) | sed '1{/^#!/d}' >$(DESTDIR)$(2)
	chmod 644 $(DESTDIR)$(2)
endef

# The libraries of the scripts that it is measured against; without them it is measured alone, and says so.
BENCH_PEERS := lxml==6.1.3 pdfplumber==0.11.10 python-docx==1.2.0 watchdog==6.0.0
BENCH_VENV  := .build/bench-venv

$(BENCH_VENV)/installed: Makefile
	python3 -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/pip install --quiet --disable-pip-version-check $(BENCH_PEERS) && touch $@ \
	  || echo 'make bench: PyPI cannot be reached; the scripts to compare with are missing' >&2

# BENCH is the names of benchmarks, all without any, and options of bench.py.
bench: deps build ## measure it, against scripts that read the same: BENCH=reading
	$(call install-packages,$(BENCH_PACKAGES))
	@$(MAKE) --no-print-directory $(BENCH_VENV)/installed
	NIANBAO_BENCHMARKS=1 $(SWIFT_BUILD) --product nianbaod-bench
	@$(BENCH_VENV)/bin/python -B Tests/Benchmarks/bench.py --built $(BUILT) --corpus $(CORPUS) $(BENCH)

# An SMB client that can stall and rename as Windows does; without it reports are put there by Debian's client alone.
TORTURE_PEERS := smbprotocol==1.17.0
TORTURE_VENV  := .build/torture-venv

$(TORTURE_VENV)/installed: Makefile
	python3 -m venv $(TORTURE_VENV)
	$(TORTURE_VENV)/bin/pip install --quiet --disable-pip-version-check $(TORTURE_PEERS) && touch $@ \
	  || echo 'make torture: PyPI cannot be reached; nobody will copy over SMB as Windows does' >&2

# KILLS=500 takes about five minutes. TORTURE is options of torture.py, such as the seed of an earlier run.
KILLS   ?= 500
TORTURE ?=

torture: deps build ## kill it under hostile writers, then count: KILLS=500 TORTURE="--seed 1"
	$(call install-packages,$(TORTURE_PACKAGES))
	@$(MAKE) --no-print-directory $(TORTURE_VENV)/installed
	@$(TORTURE_VENV)/bin/python -B Tests/Torture/torture.py --built $(BUILT) --corpus $(CORPUS) --kills $(KILLS) \
	  $(TORTURE)

# libFuzzer and the address sanitizer see every module, which makes another build of all of them. gold cannot link it.
FUZZ       := .build/fuzz
FUZZ_FLAGS := -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

fuzz: deps ## throw broken files at the readers: SECONDS=600 HARNESS=ofd
	NIANBAO_FUZZING=1 $(SWIFT) build --configuration release --scratch-path $(FUZZ)/build $(FUZZ_FLAGS) \
	  --product nianbaod-fuzz
	@CORPUS=$(CORPUS) Tests/Fuzzing/fuzz.sh $(FUZZ)/build/release/nianbaod-fuzz $(FUZZ) $(SECONDS) $(HARNESS)

install: ## install what `build` made: DESTDIR= prefix=/usr/local
	@test -x $(BUILT)/nianbaod && test -x $(BUILT)/nianbaod-convert && test -x $(BUILT)/nianbaod-extract || { \
	  echo 'make install: nothing is built. Run `make build` first, as yourself.' >&2; exit 1; }
	$(INSTALL) -D -m 755 $(BUILT)/nianbaod $(DESTDIR)$(bindir)/nianbaod
	$(INSTALL) -D -m 755 $(BUILT)/nianbaod-convert $(DESTDIR)$(libexecdir)/nianbaod-convert
	$(INSTALL) -D -m 755 $(BUILT)/nianbaod-extract $(DESTDIR)$(libexecdir)/nianbaod-extract
	$(call install-with-paths,systemd/nianbaod.service,$(unitdir)/nianbaod.service)
	$(call install-instance-unit)
	$(INSTALL) -d -m 755 $(DESTDIR)$(catalogdir)
	$(INSTALL) -m 644 systemd/*.catalog $(DESTDIR)$(catalogdir)/
	$(INSTALL) -d -m 755 $(DESTDIR)$(mandir)/man5 $(DESTDIR)$(mandir)/man8
	$(INSTALL) -m 644 etc/man/*.5 $(DESTDIR)$(mandir)/man5/
	$(INSTALL) -m 644 etc/man/*.8 $(DESTDIR)$(mandir)/man8/
	$(call install-completion,bash,$(word 1,$(completions)))
	$(call install-completion,zsh,$(word 2,$(completions)))
	$(call install-completion,fish,$(word 3,$(completions)))
	$(INSTALL) -D -m 644 systemd/nianbaod.sysusers $(DESTDIR)$(sysusersdir)/nianbaod.conf
	$(INSTALL) -D -m 644 systemd/nianbaod.tmpfiles $(DESTDIR)$(tmpfilesdir)/nianbaod.conf
	$(INSTALL) -d -m 755 $(DESTDIR)$(sysconfdir)/nianbaod/nianbaod.yaml.d $(DESTDIR)$(sysconfdir)/nianbaod/forms
	@for file in etc/nianbaod/*.yaml; do \
	  target=$(DESTDIR)$(sysconfdir)/nianbaod/$${file##*/}; \
	  if test ! -e "$$target"; then $(INSTALL) -m 644 "$$file" "$$target"; \
	  elif ! cmp -s "$$file" "$$target"; then \
	    $(INSTALL) -m 644 "$$file" "$$target.new"; \
	    echo "make install: $$target is yours and stays; the new one lies beside it as $${target##*/}.new"; \
	  fi; \
	done
	$(INSTALL) -D -m 644 etc/samba/nianbaod.conf $(DESTDIR)$(docdir)/examples/samba/nianbaod.conf
	$(INSTALL) -m 644 $(wildcard README* LICENSE) $(DESTDIR)$(docdir)/
	@test -n '$(DESTDIR)' || printf '%s\n' 'Installed. Next, as root:' \
	  '  systemd-sysusers && systemd-tmpfiles --create $(tmpfilesdir)/nianbaod.conf && journalctl --update-catalog' \
	  '  systemctl daemon-reload && systemctl enable --now nianbaod'

uninstall: ## remove what `install` put there; the spool, the ledger and /etc/nianbaod stay
	rm -f $(DESTDIR)$(bindir)/nianbaod $(DESTDIR)$(unitdir)/nianbaod.service $(DESTDIR)$(unitdir)/nianbaod@.service
	rm -f $(DESTDIR)$(catalogdir)/nianbaod.catalog $(DESTDIR)$(catalogdir)/nianbaod.zh_CN.catalog
	rm -f $(DESTDIR)$(mandir)/man5/nianbaod.yaml.5 $(DESTDIR)$(mandir)/man5/nianbaod-offices.yaml.5
	rm -f $(DESTDIR)$(mandir)/man8/nianbaod.8 $(addprefix $(DESTDIR),$(completions))
	rm -f $(DESTDIR)$(sysusersdir)/nianbaod.conf $(DESTDIR)$(tmpfilesdir)/nianbaod.conf
	rm -rf $(DESTDIR)$(libexecdir) $(DESTDIR)$(docdir)

deb: build ## make the Debian package, .build/deb/nianbaod_VERSION_ARCH.deb
	@$(MAKE) --no-print-directory deb-of-built

# Packs what lies in BUILT, which may be elsewhere, without a build of its own.
# What is packed is copied, so that nothing is written beside the sources. The date is that of the sources.
DEB := .build/deb
deb-of-built:
	$(call install-packages,$(DEB_PACKAGES))
	rm -rf $(DEB) && mkdir -p $(DEB)/nianbaod && cp -r debian $(DEB)/nianbaod/
	printf 'nianbaod (%s) stable; urgency=medium\n\n  * Version %s; the history of the sources tells what has changed.\n\n -- %s  %s\n' \
	  '$(version)' '$(version)' "$$(sed -n 's/^Maintainer: //p' debian/control)" \
	  "$$(date --rfc-email --date="@$$(git log -1 --format=%ct 2>/dev/null || stat --format=%Y Package.swift)")" \
	  >$(DEB)/nianbaod/debian/changelog
	cd $(DEB)/nianbaod && env -u MAKEFLAGS -u MAKELEVEL CHECKOUT=$(CURDIR) BUILT=$(BUILT) dpkg-buildpackage --build=binary --no-sign --no-check-builddeps
	lintian --fail-on error --info $(DEB)/nianbaod_$(version)_*.changes
	@ls -l $(DEB)/*.deb

clean: ## remove what was built
	rm -rf .build
