module rackonomics

go 1.26

require (
	github.com/andybalholm/brotli v1.2.8
	github.com/ebitengine/gomobile v0.0.0-20260820040257-d11f821a26a6
	github.com/ebitengine/hideconsole v1.0.0
	github.com/ebitengine/purego v0.11.0
	github.com/goccy/go-json v0.12.0
	github.com/hajimehoshi/ebiten/v2 v2.10.4
	github.com/inconshreveable/mousetrap v1.1.0
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.9
	golang.org/x/sync v0.22.0
	golang.org/x/sys v0.47.0
	gonum.org/v1/gonum v0.17.0
	pgregory.net/rapid v1.3.0
)

require golang.org/x/tools v0.49.0 // indirect
