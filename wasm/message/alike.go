package message

import (
	"math"
	"reflect"
	"unsafe"
)

// Alike reports whether two values say the same in all that a message would be
// written with. It never says so of others; of what it cannot compare (maps, what
// stands in interfaces) it says that they differ. Numbers are the same that have the
// same bits. It is for what would be told again at every tick of a slider, most of which
// changes little of what is shown.
func Alike[T any](a, b *T) bool {
	return likenessOf(reflect.TypeFor[T]())(unsafe.Pointer(a), unsafe.Pointer(b))
}

// likeness compares the values that stand at two addresses.
type likeness func(a, b unsafe.Pointer) bool

var likenesses perType[likeness]

func likenessOf(t reflect.Type) likeness {
	return likenesses.of(t, makeLikeness, func(later *likeness) likeness {
		return func(a, b unsafe.Pointer) bool { return (*later)(a, b) }
	})
}

func makeLikeness(t reflect.Type, within func(reflect.Type) likeness) likeness {
	switch t.Kind() {
	case reflect.Pointer:
		return pointerLikeness(within(t.Elem()))
	case reflect.Slice:
		return listLikeness(within(t.Elem()), t.Elem().Size())
	case reflect.Struct:
		return structLikeness(t, within)
	}
	if alike, ok := plainLikenesses[t.Kind()]; ok {
		return alike
	}
	return func(a, b unsafe.Pointer) bool { return false }
}

// plainLikenesses are those of values that hold no others.
var plainLikenesses = map[reflect.Kind]likeness{
	reflect.Bool: func(a, b unsafe.Pointer) bool { return *(*bool)(a) == *(*bool)(b) },
	reflect.Int:  func(a, b unsafe.Pointer) bool { return *(*int)(a) == *(*int)(b) },
	reflect.Float64: func(a, b unsafe.Pointer) bool {
		return math.Float64bits(*(*float64)(a)) == math.Float64bits(*(*float64)(b))
	},
	reflect.String: func(a, b unsafe.Pointer) bool { return *(*string)(a) == *(*string)(b) },
	reflect.Uint8:  func(a, b unsafe.Pointer) bool { return *(*byte)(a) == *(*byte)(b) },
}

func pointerLikeness(alike likeness) likeness {
	return func(a, b unsafe.Pointer) bool {
		to, other := *(*unsafe.Pointer)(a), *(*unsafe.Pointer)(b)
		return to == other || to != nil && other != nil && alike(to, other)
	}
}

// listLikeness tells an empty list from none, as they are written differently.
func listLikeness(alike likeness, size uintptr) likeness {
	return func(a, b unsafe.Pointer) bool {
		list, other := *(*[]byte)(a), *(*[]byte)(b) // whose lengths are in elements
		if len(list) != len(other) || (list == nil) != (other == nil) {
			return false
		}
		first, second := unsafe.Pointer(unsafe.SliceData(list)), unsafe.Pointer(unsafe.SliceData(other))
		if first == second {
			return true
		}
		for i := range uintptr(len(list)) {
			if !alike(unsafe.Add(first, i*size), unsafe.Add(second, i*size)) {
				return false
			}
		}
		return true
	}
}

func structLikeness(t reflect.Type, within func(reflect.Type) likeness) likeness {
	type member struct {
		offset uintptr
		alike  likeness
	}
	var members []member
	for _, f := range fieldsOf(t) {
		members = append(members, member{f.offset, within(f.of)})
	}
	return func(a, b unsafe.Pointer) bool {
		for i := range members {
			m := &members[i]
			if !m.alike(unsafe.Add(a, m.offset), unsafe.Add(b, m.offset)) {
				return false
			}
		}
		return true
	}
}
