package main

import (
	"encoding/binary"
	"errors"
)

// input takes a module apart; after the first error everything it gives is zero.
type input struct {
	rest []byte
	err  error
}

func (in *input) take(length int) []byte {
	if length < 0 || length > len(in.rest) {
		in.rest, in.err = nil, errors.New("the module ends in the middle")
		return nil
	}
	taken := in.rest[:length]
	in.rest = in.rest[length:]
	return taken
}

func (in *input) byte() byte {
	if taken := in.take(1); taken != nil {
		return taken[0]
	}
	return 0
}

// number reads LEB128 without a sign, which is at most 32 bits long in a module.
func (in *input) number() int {
	value, length := binary.Uvarint(in.rest)
	if length <= 0 || value > 1<<32-1 {
		length = -1
	}
	if in.take(length) == nil {
		return 0
	}
	return int(value)
}

// signed reads LEB128 with a sign, which stands in the seventh bit of the last byte.
func (in *input) signed() int {
	var value, shift int
	for shift < 35 {
		b := in.byte()
		value |= int(b&0x7f) << shift
		shift += 7
		if b&0x80 == 0 {
			break
		}
	}
	return value << (64 - shift) >> (64 - shift)
}

// appendSigned appends a number that is not negative as LEB128 with a sign.
func appendSigned(to []byte, value int) []byte {
	for ; value >= 0x40; value >>= 7 {
		to = append(to, byte(value)|0x80)
	}
	return append(to, byte(value))
}
