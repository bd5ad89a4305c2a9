// Package message reads and writes the messages of wasm/protocol as JSON, by the
// types' fields and tags as encoding/json does. The grammar is go-json's. Its own
// Marshal and Unmarshal take 0.1 ms less a message and make engine.wasm 480 KB
// larger, compressed: a quarter of all that it was.
package message

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/goccy/go-json/jsontext"
)

// usualSize is what most messages that are kept have room in.
const usualSize = 4 << 10

// Write returns a message as JSON.
func Write(message any) ([]byte, error) { return Append(make([]byte, 0, usualSize), message) }

// Append adds a message as JSON to bytes, and returns them and those before.
func Append(out []byte, message any) ([]byte, error) { return appendAny(out, reflect.ValueOf(message)) }

func appendAny(out []byte, v reflect.Value) ([]byte, error) {
	if !v.IsValid() {
		return append(out, "null"...), nil
	}
	held := reflect.New(v.Type())
	held.Elem().Set(v)
	return writerOf(v.Type())(out, held.UnsafePointer())
}

// writer appends the value that stands at an address.
type writer func(out []byte, at unsafe.Pointer) ([]byte, error)

var writers perType[writer] // of messages and of what stands in interfaces

func writerOf(t reflect.Type) writer {
	return writers.of(t, makeWriter, func(later *writer) writer {
		return func(out []byte, at unsafe.Pointer) ([]byte, error) { return (*later)(out, at) }
	})
}

func makeWriter(t reflect.Type, within func(reflect.Type) writer) writer {
	switch {
	case t == rawType:
		return writeRaw
	case t.Implements(marshalerType):
		return marshalWriter(t)
	case t.Kind() == reflect.Pointer:
		return pointerWriter(within(t.Elem()))
	case t.Kind() == reflect.Interface:
		return func(out []byte, at unsafe.Pointer) ([]byte, error) {
			return appendAny(out, reflect.NewAt(t, at).Elem().Elem())
		}
	case t.Kind() == reflect.Slice:
		return listWriter(within(t.Elem()), t.Elem().Size())
	case t.Kind() == reflect.Map:
		return mapWriter(t)
	case t.Kind() == reflect.Struct:
		return structWriter(t, within)
	}
	if write, ok := plainWriters[t.Kind()]; ok {
		return write
	}
	return func([]byte, unsafe.Pointer) ([]byte, error) { return nil, fmt.Errorf("%s is no type of a message", t) }
}

// marshaler is a value that says itself how it is written.
type marshaler interface{ MarshalJSON() ([]byte, error) }

var marshalerType = reflect.TypeFor[marshaler]()

func marshalWriter(t reflect.Type) writer {
	return func(out []byte, at unsafe.Pointer) ([]byte, error) {
		v := reflect.NewAt(t, at).Elem()
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return append(out, "null"...), nil
		}
		written, err := v.Interface().(marshaler).MarshalJSON()
		return append(out, written...), err
	}
}

// plainWriters are those of values that hold no others.
var plainWriters = map[reflect.Kind]writer{
	reflect.Bool: func(out []byte, at unsafe.Pointer) ([]byte, error) { return strconv.AppendBool(out, *(*bool)(at)), nil },
	reflect.Int: func(out []byte, at unsafe.Pointer) ([]byte, error) {
		return strconv.AppendInt(out, int64(*(*int)(at)), 10), nil
	},
	reflect.Float64: func(out []byte, at unsafe.Pointer) ([]byte, error) { return writeNumber(out, *(*float64)(at)) },
	reflect.String:  func(out []byte, at unsafe.Pointer) ([]byte, error) { return writeText(out, *(*string)(at)), nil },
}

func writeNumber(out []byte, number float64) ([]byte, error) {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return nil, fmt.Errorf("%v is no number of JSON", number)
	}
	return jsontext.AppendFloat(out, number, 64), nil
}

// isPlain are the characters that stand in JSON as they are, and in HTML too.
var isPlain = func() (plain [256]bool) {
	for c := ' '; c <= '~'; c++ {
		plain[c] = !strings.ContainsRune(`"\<>&`, c)
	}
	return plain
}()

func writeText(out []byte, text string) []byte {
	at := 0
	for at < len(text) && isPlain[text[at]] {
		at++
	}
	if at == len(text) { // most are; to ask the grammar takes five times as long
		return append(append(append(out, '"'), text...), '"')
	}
	// What it refuses, it writes with U+FFFD for what is not UTF-8.
	out, _ = jsontext.AppendQuote(out, text)
	return out
}

func writeRaw(out []byte, at unsafe.Pointer) ([]byte, error) {
	raw := *(*jsontext.Value)(at)
	if raw == nil {
		return append(out, "null"...), nil
	}
	return append(out, raw...), nil
}

func pointerWriter(write writer) writer {
	return func(out []byte, at unsafe.Pointer) ([]byte, error) {
		to := *(*unsafe.Pointer)(at)
		if to == nil {
			return append(out, "null"...), nil
		}
		return write(out, to)
	}
}

// separate puts a comma before all but the first after a bracket.
func separate(out []byte, bracket byte) []byte {
	if out[len(out)-1] == bracket {
		return out
	}
	return append(out, ',')
}

func listWriter(write writer, size uintptr) writer {
	return func(out []byte, at unsafe.Pointer) ([]byte, error) {
		list := *(*[]byte)(at) // whose length is in elements
		first := unsafe.Pointer(unsafe.SliceData(list))
		if first == nil {
			return append(out, "null"...), nil
		}
		out = append(out, '[')
		var err error
		for i := 0; i < len(list) && err == nil; i++ {
			out, err = write(separate(out, '['), unsafe.Add(first, uintptr(i)*size))
		}
		return append(out, ']'), err
	}
}

// mapWriter writes the members in the order of their names.
func mapWriter(t reflect.Type) writer {
	return func(out []byte, at unsafe.Pointer) ([]byte, error) {
		v := reflect.NewAt(t, at).Elem()
		if v.IsNil() {
			return append(out, "null"...), nil
		}
		names := v.MapKeys()
		slices.SortFunc(names, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		out = append(out, '{')
		var err error
		for _, name := range names {
			out = append(writeText(separate(out, '{'), name.String()), ':')
			if out, err = appendAny(out, v.MapIndex(name)); err != nil {
				return nil, err
			}
		}
		return append(out, '}'), nil
	}
}

// member is a field as it is written.
type member struct {
	start   string
	offset  uintptr
	write   writer
	isEmpty func(at unsafe.Pointer) bool // nil where it is written empty too
}

func structWriter(t reflect.Type, within func(reflect.Type) writer) writer {
	var members []member
	for _, f := range fieldsOf(t) {
		made := member{start: f.start, offset: f.offset, write: within(f.of)}
		if f.omitEmpty {
			made.isEmpty = emptiness(f.of)
		}
		members = append(members, made)
	}
	return func(out []byte, at unsafe.Pointer) ([]byte, error) {
		out = append(out, '{')
		var err error
		for i := range members {
			m := &members[i]
			value := unsafe.Add(at, m.offset)
			if m.isEmpty != nil && m.isEmpty(value) {
				continue
			}
			out = append(separate(out, '{'), m.start...)
			if out, err = m.write(out, value); err != nil {
				return nil, err
			}
		}
		return append(out, '}'), nil
	}
}

// emptiness tells values of a type that may be left out.
func emptiness(t reflect.Type) func(at unsafe.Pointer) bool {
	switch t.Kind() {
	case reflect.Bool:
		return func(at unsafe.Pointer) bool { return !*(*bool)(at) }
	case reflect.Int:
		return func(at unsafe.Pointer) bool { return *(*int)(at) == 0 }
	case reflect.String:
		return func(at unsafe.Pointer) bool { return *(*string)(at) == "" }
	case reflect.Pointer:
		return func(at unsafe.Pointer) bool { return *(*unsafe.Pointer)(at) == nil }
	case reflect.Slice:
		return func(at unsafe.Pointer) bool { return len(*(*[]byte)(at)) == 0 }
	case reflect.Map:
		return func(at unsafe.Pointer) bool { return reflect.NewAt(t, at).Elem().Len() == 0 }
	}
	return func(at unsafe.Pointer) bool { return reflect.NewAt(t, at).Elem().IsZero() }
}
