//go:build !js || later

package service

import "rackonomics/wasm/protocol"

// later has the handlers of the calls that later.wasm alone answers, which the tag
// "later" makes of the same source: what they import would weigh on every start.
var later = map[protocol.Later]func(*Desk, *Task, []byte) error{
	protocol.Workbook: handler((*Desk).workbook),
	protocol.Entered:  handler((*Desk).entered),
	protocol.Picture:  handler((*Desk).picture),
}
