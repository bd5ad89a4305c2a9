package message

import (
	"cmp"
	"reflect"
	"strings"
	"sync"

	"github.com/goccy/go-json/jsontext"
)

// rawType is JSON that is carried as it is.
var rawType = reflect.TypeFor[jsontext.Value]()

// field is a member of an object.
type field struct {
	name      string
	start     string // the name as it is written, and a colon
	index     []int  // through embedded structs
	offset    uintptr
	of        reflect.Type
	omitEmpty bool
}

var known sync.Map // reflect.Type → []field

// fieldsOf returns the members that a struct is written with, those of embedded
// structs in their place.
func fieldsOf(t reflect.Type) []field {
	if fields, ok := known.Load(t); ok {
		return fields.([]field)
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported() && !f.Anonymous:
		case f.Anonymous:
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				inner.offset += f.Offset
				fields = append(fields, inner)
			}
		default:
			name = cmp.Or(name, f.Name)
			fields = append(fields, field{name, string(writeText(nil, name)) + ":", f.Index, f.Offset, f.Type, options == "omitempty"})
		}
	}
	known.Store(t, fields)
	return fields
}
