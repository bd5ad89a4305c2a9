package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// mostZeros is the largest gap between segments that is filled.
const mostZeros = 4096

// Of the binary format, https://webassembly.github.io/spec/core/binary/.
const (
	dataSection = 11
	i32Const    = 0x41
	end         = 0x0b
)

// segment is what a part of the memory begins with.
type segment struct {
	at    int
	bytes []byte
}

// join returns the module with neighbouring segments of its data made one.
func join(module []byte) ([]byte, error) {
	const head = "\x00asm\x01\x00\x00\x00"
	if !bytes.HasPrefix(module, []byte(head)) {
		return nil, errors.New("this is no WebAssembly module")
	}
	joined := []byte(head)
	in := &input{rest: module[len(head):]}
	for len(in.rest) > 0 && in.err == nil {
		id := in.byte()
		content := in.take(in.number())
		if id == dataSection && in.err == nil {
			segments, err := read(content)
			if err != nil {
				return nil, err
			}
			if segments, err = merge(segments); err != nil {
				return nil, err
			}
			content = write(segments)
		}
		joined = binary.AppendUvarint(append(joined, id), uint64(len(content)))
		joined = append(joined, content...)
	}
	return joined, in.err
}

func read(section []byte) ([]segment, error) {
	in := &input{rest: section}
	segments := make([]segment, min(in.number(), len(section)))
	for i := range segments {
		if in.number() != 0 || in.byte() != i32Const {
			return nil, fmt.Errorf("segment %d is not placed in the memory by a constant", i)
		}
		segments[i].at = in.signed()
		if in.byte() != end || segments[i].at < 0 {
			return nil, fmt.Errorf("segment %d is not placed in the memory by a constant", i)
		}
		segments[i].bytes = in.take(in.number())
	}
	if in.err == nil && len(in.rest) > 0 {
		in.err = errors.New("something follows the last segment")
	}
	return segments, in.err
}

// merge puts the segments in order and fills the gaps that are small.
func merge(segments []segment) ([]segment, error) {
	slices.SortFunc(segments, func(a, b segment) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(len(a.bytes), len(b.bytes)))
	})
	var merged []segment
	for i, s := range segments {
		gap := mostZeros + 1
		if i > 0 {
			last := merged[len(merged)-1]
			gap = s.at - last.at - len(last.bytes)
		}
		if gap < 0 {
			return nil, fmt.Errorf("two segments give the byte %d", s.at)
		}
		if gap > mostZeros {
			// A copy of its own, which tens of thousands of segments are appended to without moving it each time.
			merged = append(merged, segment{at: s.at, bytes: slices.Clone(s.bytes)})
			continue
		}
		last := &merged[len(merged)-1]
		last.bytes = append(append(last.bytes, make([]byte, gap)...), s.bytes...)
	}
	return merged, nil
}

func write(segments []segment) []byte {
	section := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		section = append(section, 0, i32Const)
		section = append(appendSigned(section, s.at), end)
		section = binary.AppendUvarint(section, uint64(len(s.bytes)))
		section = append(section, s.bytes...)
	}
	return section
}
