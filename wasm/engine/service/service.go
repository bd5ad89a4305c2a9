// Package service answers the page's messages to the engine, as wasm/protocol
// declares them. It is plain Go, so that it is tested natively; wasm/engine only
// carries the bytes.
package service

import (
	"errors"
	"fmt"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

// Desk holds the scenarios that the page has opened, each under the page's number.
type Desk struct {
	Kernels machine.Backend // computes lanes; without it the machine does

	opened  []*opened  // the one asked about last is first
	studied []*studied // and here
	surface *surface
	numbers []float64 // of the last run's answer, which hold until the next step of any task

	attribution *attribution // that has rounds to come
}

// opened is a scenario of the page.
type opened struct {
	as      int
	session *session.Session
	held    held
}

// mostOpen bounds the scenarios that are kept. One that is asked about later is
// opened again by the page.
const mostOpen = 4

// largestRequest bounds a message before it is decoded; a document is the
// largest thing in one.
const largestRequest = 4 * scenario.LargestDocument

// handlers has, for each call that the protocol declares and every engine
// answers, what lists the steps to its answer.
var handlers = map[string]func(*Desk, *Task, []byte) error{
	"open":      handler((*Desk).openScenario),
	"run":       handler((*Desk).run),
	"link":      handler((*Desk).link),
	"explain":   handler((*Desk).explain),
	"reference": handler((*Desk).reference),
	"document":  handler((*Desk).document),
	"rows":      handler((*Desk).rows),
	"story":     handler((*Desk).story),
	"levers":    handler((*Desk).levers),
	"measures":  handler((*Desk).measures),
	"variants":  handler((*Desk).variants),
	"solve":     handler((*Desk).solve),
	"taking":    handler((*Desk).taking),
	"map":       handler((*Desk).mapPart),
	"contour":   handler((*Desk).contour),
	"ranges":    handler((*Desk).ranges),
	"study":     handler((*Desk).study),
	"gather":    handler((*Desk).gather),
	"tornado":   handler((*Desk).tornado),
	"compare":   handler((*Desk).compare),
	"attribute": handler((*Desk).attribute),
}

func handler[Request any](plan func(*Desk, *Task, Request)) func(*Desk, *Task, []byte) error {
	return func(d *Desk, t *Task, data []byte) error {
		var request Request
		if err := scenario.CheckNesting(data); err != nil {
			return err
		}
		if err := message.Read(data, &request); err != nil {
			return fmt.Errorf("the message cannot be read: %w", err)
		}
		plan(d, t, request)
		return nil
	}
}

// largestGiven bounds the numbers that come with a request.
const largestGiven = 1 << 24

// Begin takes up a call, with the numbers that come with it. Nothing is computed
// before the task's first step.
func (d *Desk) Begin(kind string, request []byte, numbers []float64) *Task {
	t := &Task{given: numbers}
	handle, ok := handlers[kind]
	if !ok {
		handle, ok = later[protocol.Later(kind)]
	}
	switch {
	case !ok:
		t.refuse(fmt.Errorf("there is no message %q", kind))
	case len(request) > largestRequest:
		t.refuse(fmt.Errorf("a message of %d bytes; at most %d are allowed", len(request), largestRequest))
	case len(numbers) > largestGiven:
		t.refuse(fmt.Errorf("a message with %d numbers; at most %d are allowed", len(numbers), largestGiven))
	default:
		if err := handle(d, t, request); err != nil {
			t.refuse(err)
		}
	}
	t.total = len(t.steps)
	return t
}

// Refusal is an answer that tells only what went wrong.
func Refusal(err error) protocol.Refusal {
	if errors.Is(err, errUnopened) {
		return protocol.Refusal{Unopened: true}
	}
	var list scenario.Problems
	var one *scenario.Problem
	if errors.As(err, &one) {
		list = scenario.Problems{one}
	}
	if list == nil && !errors.As(err, &list) {
		return protocol.Refusal{Problems: []protocol.Problem{{Message: err.Error()}}}
	}
	var refusal protocol.Refusal
	for _, problem := range list {
		refusal.Problems = append(refusal.Problems, protocol.Problem(*problem))
	}
	return refusal
}

var errUnopened = errors.New("no scenario of this number is open")

// find returns the scenario that the page speaks of.
func (d *Desk) find(as int) (*opened, error) {
	at := slices.IndexFunc(d.opened, func(o *opened) bool { return o.as == as })
	if at < 0 {
		return nil, errUnopened
	}
	found := d.opened[at]
	d.opened = slices.Insert(slices.Delete(d.opened, at, at+1), 0, found)
	return found, nil
}

func (d *Desk) keep(o *opened) {
	d.opened = slices.DeleteFunc(d.opened, func(other *opened) bool { return other.as == o.as })
	d.opened = slices.Insert(d.opened, 0, o)
	if len(d.opened) > mostOpen {
		d.opened = slices.Delete(d.opened, mostOpen, len(d.opened))
	}
}

func (d *Desk) openScenario(t *Task, r protocol.OpenRequest) {
	t.step("reading the scenario", func() error {
		found, err := open(r)
		if err != nil {
			return err
		}
		d.keep(&opened{as: r.As, session: session.New(found.Base)})
		t.answer = openAnswer(found)
		return nil
	})
}

func open(r protocol.OpenRequest) (*session.Opened, error) {
	switch {
	case r.Link != nil:
		return session.OpenLink(*r.Link)
	case r.Document != nil: // an empty one too, which says what is wrong with it
		return session.OpenDocument([]byte(*r.Document))
	case r.Name != nil:
		return session.OpenName(*r.Name)
	}
	return nil, errors.New("nothing is named to open; name, link or document is expected")
}

func (d *Desk) link(t *Task, r protocol.LinkRequest) {
	t.step("writing the link", func() error {
		of, err := d.find(r.Of)
		if err != nil {
			return err
		}
		fragment, err := of.session.Link(changes(r.Changes), looked(r.View))
		t.answer = protocol.LinkAnswer{Fragment: fragment}
		return err
	})
}

func (d *Desk) document(t *Task, r protocol.DocumentRequest) {
	t.step("writing the document", func() error {
		of, err := d.find(r.Of)
		if err != nil {
			return err
		}
		document, err := of.session.Document(changes(r.Changes))
		t.answer = protocol.DocumentAnswer{Document: string(document)}
		return err
	})
}
