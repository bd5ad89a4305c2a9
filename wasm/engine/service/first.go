//go:build js && !later

package service

import "rackonomics/wasm/protocol"

var later map[protocol.Later]func(*Desk, *Task, []byte) error
