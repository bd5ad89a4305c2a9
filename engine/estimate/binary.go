package estimate

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

func appendFloats(to []byte, values ...float64) []byte {
	for _, x := range values {
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(x))
	}
	return to
}

// reader takes a binary form apart. After the first error it returns zeros.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) fail(format string, values ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("part of a study: "+format, values...)
		r.rest = nil
	}
}

func (r *reader) version(what string, known byte) {
	if len(r.rest) == 0 {
		r.fail("it is empty")
	} else if r.rest[0] != known {
		r.fail("version %d of a %s: this program reads version %d", r.rest[0], what, known)
	} else {
		r.rest = r.rest[1:]
	}
}

// uvarint reads a number in its shortest form.
func (r *reader) uvarint(what string, most uint64) uint64 {
	x, n := binary.Uvarint(r.rest)
	switch {
	case r.err != nil:
		return 0
	case n <= 0 || n > 1 && r.rest[n-1] == 0:
		r.fail("it ends in %s, or they are not written in the shortest form", what)
		return 0
	case x > most:
		r.fail("%s %d: at most %d are possible", what, x, most)
		return 0
	}
	r.rest = r.rest[n:]
	return x
}

func (r *reader) number(what string, most int) int {
	return int(r.uvarint(what, uint64(max(0, most))))
}

func (r *reader) bits() uint64 {
	if len(r.rest) < 8 {
		r.fail("it ends in a number")
		return 0
	}
	x := binary.LittleEndian.Uint64(r.rest)
	r.rest = r.rest[8:]
	return x
}

// sum reads a float64 that may be absent.
func (r *reader) sum() float64 {
	bits := r.bits()
	x := math.Float64frombits(bits)
	if x-x != 0 && bits != math.Float64bits(math.NaN()) {
		r.fail("a sum has the bits %#x: it must be finite or the absent value", bits)
	}
	return x
}

// squares reads a sum of squares, which may be absent.
func (r *reader) squares() float64 {
	x := r.sum()
	if x < 0 {
		r.fail("a sum of squares is %v: it must not be below 0", x)
	}
	return x
}

// value reads a float64 as a sketch holds it.
func (r *reader) value() float64 {
	bits := r.bits()
	x := math.Float64frombits(bits)
	if x-x != 0 || bits == 1<<63 {
		r.fail("a value has the bits %#x: it must be finite, and zero without a sign", bits)
		return 0
	}
	return x
}

// end returns the error, which bytes that are left over are too.
func (r *reader) end() error {
	if r.err == nil && len(r.rest) > 0 {
		return errors.New("part of a study: bytes follow its end")
	}
	return r.err
}
