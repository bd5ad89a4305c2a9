# The front door of the repository. Written for GNU make 3.81, which macOS has.

# Without gonum's assembly, which adds in another order than its Go code, and so than WebAssembly.
GO_BUILD_TAGS := noasm
# What the month loop does not reach is compiled without inlining: that makes engine.wasm 150 KB smaller, compressed,
# and no slower in what was measured (a run, a structural change, views).
COLD := github.com/goccy/go-json/... encoding/json encoding/xml archive/zip fmt reflect strconv net/url compress/flate gonum.org/... \
	$(addprefix rackonomics/engine/,campus compile explain floor kernel language link model scenario session spreadsheet wasmcode workbook) rackonomics/wasm/...
WASM_BUILD := GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w"
# What writes the modules again.
WASM_TOOL := $(wildcard tools/wasmdata/*.go)
# The packages whose results must be the same bits under WebAssembly.
SAME_BITS := ./engine/elementary ./engine/random ./engine/measure
# Those of which one test is enough to tell: it hashes what rests on all the rest.
SAME_BITS_BY_HASH := ./engine/distribution ./engine/estimate ./engine/study

GO_FOLDERS := cmd engine scenarios wasm
GO_FILES := $(shell find $(GO_FOLDERS) -type f -not -name '*_test.go' -not -path '*/testdata/*' -not -path 'scenarios/results/*')
WEB_FILES := $(shell find web -type f -not -path 'web/node_modules/*' -not -path 'web/src/generated/*.json' \
	-not -path 'web/test/*' -not -path 'web/browser/*' -not -path 'web/bench/*' -not -path 'web/test-results/*' -not -path 'web/playwright-report/*')
PACKAGES := web/node_modules/.package-lock.json
# What the page knows of the model before it runs it: at first, and later.
CATALOG := web/src/generated/catalog.json web/src/generated/notes.json

export CGO_ENABLED := 0
# Where the folder edition will be served, such as https://wiki.example; its policy names it.
export ORIGIN

.PHONY: help run check test check-go check-web test-go test-web test-browser test-slurm sizes bench pictures dist generate clean check-tools
.DELETE_ON_ERROR:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

run: dist build/rackonomics ## build the page and serve it on this machine
	build/rackonomics serve

check: check-go check-web ## run what is fast of it: before every commit
	cd web && RACKONOMICS_SHORT=1 npm test
	LIBREOFFICE=none go test -short -tags $(GO_BUILD_TAGS) ./...

# A fault of layout or types is told before an hour of tests.
test: check-go check-web test-go test-web test-browser test-slurm sizes ## run every check and test; installs what it needs but Go and Node.js

check-go: check-tools
	@files=$$("$$(go env GOROOT)/bin/gofmt" -l $(GO_FOLDERS) tools) && \
		if [ -n "$$files" ]; then echo "make: gofmt would change:" $$files >&2; exit 1; fi
	go vet -tags $(GO_BUILD_TAGS) ./...
	GOOS=js GOARCH=wasm go vet ./wasm/... && GOOS=js GOARCH=wasm go vet -tags later ./wasm/...

test-go: check-go ## run the checks and tests of the Go code, natively and under WebAssembly
	office=$$(tools/libreoffice.sh) && eval "$$office" && go test -timeout 30m -tags $(GO_BUILD_TAGS) ./...
	tools/test-wasm.sh $(SAME_BITS)
	tools/test-wasm.sh -run SameBits $(SAME_BITS_BY_HASH)

check-web: $(PACKAGES) $(CATALOG) build/engine.wasm build/later.wasm build/wasm_exec.js
	cd web && npm run lint && npm run typecheck

test-web: check-web ## check the layout, faults and types of the page's code and run its unit tests
	cd web && npm test

test-browser: dist/complete build/rackonomics ## run the tests in Chromium, and their core in Firefox and WebKit
	browsers=$$(tools/browsers.sh chromium firefox webkit) && eval "$$browsers" && cd web && npm run browser-test

test-slurm: build/rackonomics ## run sweeps on a Slurm cluster of three nodes on this machine
	slurm=$$(tools/slurm.sh) && eval "$$slurm" && if [ "$$SLURM" != none ]; then tools/test-slurm.sh build/rackonomics; fi

sizes: dist/complete ## print what a first visit loads, and fail above the budgets
	node tools/sizes.mjs

bench: dist build/rackonomics ## measure, and print the figures beside their budgets
	go test -tags $(GO_BUILD_TAGS) -run '^$$' -bench . -benchmem ./engine/... ./wasm/engine/...
	node tools/ratios.mjs
	node tools/anchors.mjs
	node tools/analysts.mjs
	browsers=$$(tools/browsers.sh chromium) && eval "$$browsers" && cd web && npm run bench
	if browsers=$$(tools/browsers.sh firefox webkit); then eval "$$browsers" && cd web && npm run bench -- elsewhere; \
		else echo "Firefox and WebKit: NOT measured; they could not be installed"; fi
	node tools/sizes.mjs

pictures: dist/complete build/rackonomics ## draw again the pictures of README and docs
	browsers=$$(tools/browsers.sh chromium) && eval "$$browsers" && node web/pictures.mjs

dist: dist/complete ## build the page: dist/site for a web server, dist/rackonomics.html as one file

generate: ## write again what is made from the declarations and kept in the repository
	GOFLAGS=-tags=$(GO_BUILD_TAGS) go generate ./...

clean: ## delete what was built, except the npm packages
	rm -rf build dist $(CATALOG) web/test-results web/playwright-report

# What is built depends on an inventory too: the tool's version, the names of the
# sources and ORIGIN. It changes when a source is deleted or renamed, which no file's time tells.
build/go-inventory: check-tools
	@mkdir -p $(@D)
	@{ go version; printf '%s\n' $(sort $(GO_FILES)); } > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

build/web-inventory: check-tools
	@mkdir -p $(@D)
	@{ node --version; echo "ORIGIN $$ORIGIN"; printf '%s\n' $(sort $(WEB_FILES)); } > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

check-tools:
	@tools/check-tools.sh

# One source: engine.wasm answers what is asked at first and often, later.wasm, under its tag, what needs much more too.
build/engine.wasm build/later.wasm: build/go-inventory go.mod go.sum \
		$(filter engine/% scenarios/% wasm/browser/% wasm/engine/% wasm/message/% wasm/protocol/%,$(GO_FILES)) $(WASM_TOOL)
	$(WASM_BUILD) $(if $(filter build/later.wasm,$@),-tags later) $(foreach package,$(COLD),-gcflags=$(package)=-l) -o $@ ./wasm/engine
	go run ./tools/wasmdata $@

build/scene.wasm: build/go-inventory go.mod go.sum $(filter engine/campus/% engine/digits/% engine/floor/% engine/measure/% engine/elementary/% wasm/scene/%,$(GO_FILES)) $(wildcard wasm/scene/*.kage) $(WASM_TOOL)
	$(WASM_BUILD) -o $@ ./wasm/scene
	go run ./tools/wasmdata $@

build/wasm_exec.js: build/go-inventory
	cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" $@
	@chmod u+w $@ && touch $@

build/rackonomics: build/go-inventory go.mod go.sum $(filter cmd/% engine/% scenarios/%,$(GO_FILES))
	go build -trimpath -tags $(GO_BUILD_TAGS) -o $@ ./cmd/rackonomics

$(PACKAGES): web/package.json web/package-lock.json | build/web-inventory
	cd web && npm ci --no-audit --no-fund
	@touch $@

$(CATALOG): build/rackonomics
	@mkdir -p $(@D)
	build/rackonomics catalog $(if $(filter %/notes.json,$@),--notes) > $@

dist/complete: build/web-inventory build/engine.wasm build/later.wasm build/scene.wasm build/wasm_exec.js $(PACKAGES) $(CATALOG) $(WEB_FILES)
	cd web && npm run build
	@test -f dist/site/index.html && test -f dist/rackonomics.html
	@touch $@
