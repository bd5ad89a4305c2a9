package main

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// module is one of a custom section and a data section, as a linker writes it.
func module(segments []segment) []byte {
	out := []byte("\x00asm\x01\x00\x00\x00\x00\x03\x02hi")
	content := write(segments)
	out = binary.AppendUvarint(append(out, dataSection), uint64(len(content)))
	return append(append(out, content...), 0, 2, 1, '!')
}

// memory is what a module begins with.
func memory(segments []segment) []byte {
	var at []byte
	for _, s := range segments {
		if short := s.at + len(s.bytes) - len(at); short > 0 {
			at = append(at, make([]byte, short)...)
		}
		copy(at[s.at:], s.bytes)
	}
	return at
}

func dataOf(t interface{ Fatal(...any) }, module []byte) []segment {
	in := &input{rest: module[8:]}
	for len(in.rest) > 0 {
		id, content := in.byte(), []byte(nil)
		content = in.take(in.number())
		if id == dataSection {
			segments, err := read(content)
			if err != nil {
				t.Fatal(err)
			}
			return segments
		}
	}
	t.Fatal("there is no data section")
	return nil
}

func TestAModuleKeepsItsMemory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		segments, at := []segment{}, 0
		for range rapid.IntRange(0, 12).Draw(t, "segments") {
			at += rapid.OneOf(rapid.IntRange(0, 300), rapid.IntRange(0, 70000)).Draw(t, "gap")
			content := rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "bytes")
			segments = append(segments, segment{at, content})
			at += len(content)
		}
		segments = rapid.Permutation(segments).Draw(t, "in this order")
		before := module(segments)
		after, err := join(before)
		if err != nil {
			t.Fatal(err)
		}
		joined := dataOf(t, after)
		if len(joined) > len(segments) || !bytes.Equal(memory(joined), memory(segments)) {
			t.Fatalf("%d segments became %d of another memory", len(segments), len(joined))
		}
		if !bytes.HasPrefix(after, before[:13]) || !bytes.HasSuffix(after, []byte{0, 2, 1, '!'}) {
			t.Fatal("the other sections are not as they were")
		}
	})
}

func TestSegmentsAreJoined(t *testing.T) {
	after, err := join(module([]segment{{100, []byte("ab")}, {110, []byte("cd")}, {112, []byte("e")}, {9000, []byte("f")}, {5000, []byte("g")}}))
	if err != nil {
		t.Fatal(err)
	}
	want := []segment{{100, []byte("ab\x00\x00\x00\x00\x00\x00\x00\x00cde")}, {5000, []byte("g" + strings.Repeat("\x00", 3999) + "f")}}
	got := dataOf(t, after)
	if len(got) != len(want) {
		t.Fatalf("%d segments; %d are expected", len(got), len(want))
	}
	for i := range want {
		if got[i].at != want[i].at || !bytes.Equal(got[i].bytes, want[i].bytes) {
			t.Errorf("segment %d is %+v; %+v is expected", i, got[i], want[i])
		}
	}
}

func TestWhatIsNoModuleOfGosLinkerIsRefused(t *testing.T) {
	whole := module([]segment{{100, []byte("ab")}})
	passive := bytes.Replace(whole, []byte("\x01\x00\x41"), []byte("\x01\x01\x41"), 1)
	for text, want := range map[string]string{
		"":                           "no WebAssembly module",
		"#!/bin/sh":                  "no WebAssembly module",
		string(whole[:len(whole)-1]): "ends in the middle",
		string(whole[:18]):           "ends in the middle",
		string(passive):              "not placed in the memory by a constant",
	} {
		if _, err := join([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; %q is expected", text, err, want)
		}
	}
}
