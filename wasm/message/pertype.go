package message

import (
	"reflect"
	"sync"
)

// perType keeps what is done with the values of each type, which is worked out once:
// to look a value's type up by reflection each time takes three times as long as to
// write the value.
type perType[Do any] struct {
	known sync.Map // reflect.Type → Do, of those that are asked for
}

// of gives what is done with values of a type. build makes it of what is done with the
// types within; of a type that holds itself that is not there yet, and later defers to
// what will be.
func (p *perType[Do]) of(t reflect.Type, build func(t reflect.Type, within func(reflect.Type) Do) Do, later func(*Do) Do) Do {
	if made, ok := p.known.Load(t); ok {
		return made.(Do)
	}
	making := map[reflect.Type]*Do{}
	var of func(t reflect.Type) Do
	of = func(t reflect.Type) Do {
		if one, ok := making[t]; ok {
			return later(one)
		}
		made := new(Do)
		making[t] = made
		*made = build(t, of)
		delete(making, t)
		return *made
	}
	made := of(t)
	p.known.Store(t, made)
	return made
}
