//go:build js && wasm

// Command scene is scene.wasm: an Ebitengine canvas that shows data centres with racks, power and tenants. It runs in a
// frame of its own, knows only what messages tell it (see bridge.go), and draws only when something changed. What it
// shows where is decided in engine/campus, which is tested without a browser; this package hands it to the canvas.
package main

import "github.com/hajimehoshi/ebiten/v2"

func main() {
	defer recoverAsFailure()
	game, err := newGame()
	if err != nil {
		postFailure(err.Error())
		return
	}
	listen(game)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	scene.Call("ready")
	// With ScreenTransparent Ebitengine leaves the page's background alone until the first frame is painted.
	err = ebiten.RunGameWithOptions(game, &ebiten.RunGameOptions{InitUnfocused: true, ScreenTransparent: true})
	if err != nil {
		postFailure(err.Error())
	}
}
