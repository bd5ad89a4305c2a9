package message

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/goccy/go-json/jsontext"
)

// Read takes a message from JSON. A member that the message has not is refused.
func Read(text []byte, message any) error {
	decoder := jsontext.NewDecoder(bytes.NewBuffer(text))
	if err := read(decoder, reflect.ValueOf(message).Elem()); err != nil {
		return err
	}
	if _, err := decoder.ReadToken(); !errors.Is(err, io.EOF) {
		return errors.New("something follows its end")
	}
	return nil
}

func read(decoder *jsontext.Decoder, v reflect.Value) error {
	there := decoder.PeekKind() != jsontext.KindNull
	switch {
	case v.Type() == rawType:
		raw, err := decoder.ReadValue()
		v.SetBytes(raw.Clone())
		return err
	case v.Kind() == reflect.Struct:
		return readStruct(decoder, v)
	case v.Kind() == reflect.Slice && there:
		return readList(decoder, v)
	case v.Kind() == reflect.Pointer && there:
		v.Set(reflect.New(v.Type().Elem()))
		return read(decoder, v.Elem())
	}
	token, err := decoder.ReadToken()
	if err != nil {
		return err
	}
	if !set(v, token) {
		return unexpected(decoder, token, v.Kind().String())
	}
	return nil
}

// set gives v what one token says, if that is something for it.
func set(v reflect.Value, token jsontext.Token) bool {
	switch token.Kind() {
	case jsontext.KindNull:
		return v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice
	case jsontext.KindTrue, jsontext.KindFalse:
		if v.Kind() == reflect.Bool {
			v.SetBool(token.Bool())
			return true
		}
	case jsontext.KindString:
		if v.Kind() == reflect.String {
			v.SetString(token.String())
			return true
		}
	case jsontext.KindNumber:
		if v.Kind() == reflect.Int {
			number, err := token.Int()
			v.SetInt(number)
			return err == nil
		}
		if v.Kind() == reflect.Float64 {
			number, err := token.Float()
			v.SetFloat(number)
			return err == nil
		}
	}
	return false
}

func unexpected(decoder *jsontext.Decoder, token jsontext.Token, expected string) error {
	return fmt.Errorf("%s at %q; %s is expected", token.Kind(), decoder.StackPointer(), expected)
}

func readStruct(decoder *jsontext.Decoder, v reflect.Value) error {
	fields := fieldsOf(v.Type())
	return readMembers(decoder, jsontext.KindBeginObject, jsontext.KindEndObject, func() error {
		name, err := decoder.ReadValue()
		if err != nil {
			return err
		}
		at, err := memberOf(fields, name)
		if err != nil {
			return err
		}
		return read(decoder, v.FieldByIndex(fields[at].index))
	})
}

// memberOf finds the field that a member is of, by its name as it is written: mostly
// just as it would be written here, and then nothing is made of it.
func memberOf(fields []field, written jsontext.Value) (int, error) {
	at := slices.IndexFunc(fields, func(f field) bool { return f.start[:len(f.start)-1] == string(written) })
	if at >= 0 {
		return at, nil
	}
	name, err := jsontext.AppendUnquote(nil, written)
	if err != nil {
		return at, err
	}
	at = slices.IndexFunc(fields, func(f field) bool { return f.name == string(name) })
	if at < 0 {
		return at, fmt.Errorf("it has no member %q", name)
	}
	return at, nil
}

func readList(decoder *jsontext.Decoder, v reflect.Value) error {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	return readMembers(decoder, jsontext.KindBeginArray, jsontext.KindEndArray, func() error {
		last := v.Len()
		if last == v.Cap() {
			v.Grow(1)
		}
		v.SetLen(last + 1)
		v.Index(last).SetZero()
		return read(decoder, v.Index(last))
	})
}

// readMembers reads what stands between two brackets.
func readMembers(decoder *jsontext.Decoder, start, end jsontext.Kind, member func() error) error {
	token, err := decoder.ReadToken()
	if err != nil {
		return err
	}
	if token.Kind() != start {
		return unexpected(decoder, token, start.String())
	}
	for decoder.PeekKind() != end {
		if err := member(); err != nil {
			return err
		}
	}
	_, err = decoder.ReadToken()
	return err
}
