// Package wasmcode writes modules of WebAssembly in their binary form: functions and
// one memory, their own or their host's. It knows the instructions that a kernel needs,
// 128-bit vectors among them. The form is that of the WebAssembly Core Specification 2.0,
// chapter 5, https://www.w3.org/TR/wasm-core-2/.
package wasmcode

import (
	"encoding/binary"
	"math"
)

// Type is the type of a value.
type Type byte

// The types of values, as their bytes are in a module.
const (
	I32  Type = 0x7f
	I64  Type = 0x7e
	F64  Type = 0x7c
	V128 Type = 0x7b
)

func (t Type) String() string {
	return map[Type]string{I32: "i32", I64: "i64", F64: "f64", V128: "v128"}[t]
}

// PageSize is the size in bytes by which memories are counted.
const PageSize = 65536

// Module is a module as it is being written.
type Module struct {
	functions []*Function
	pages     int
	exported  string    // name of the memory, of its own
	imported  [2]string // module and name of the memory, of its host
}

// Memory gives the module a memory of so many bytes, rounded up to whole pages, that
// is exported under a name and never grows.
func (m *Module) Memory(name string, size int) {
	m.exported, m.pages = name, (size+PageSize-1)/PageSize
}

// HostMemory has the module compute in a memory that it is given under a module's and
// a field's name, of so many bytes at least.
func (m *Module) HostMemory(module, name string, size int) {
	m.imported, m.pages = [2]string{module, name}, (size+PageSize-1)/PageSize
}

// Function adds a function, which is exported under its name unless that is empty.
func (m *Module) Function(export string, parameters []Type, results ...Type) *Function {
	f := &Function{module: m, index: len(m.functions), export: export, parameters: parameters, results: results}
	m.functions = append(m.functions, f)
	return f
}

// The sections of a module, in the order in which they stand.
const (
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	memorySection   = 5
	exportSection   = 7
	codeSection     = 10
)

// Bytes is the module in its binary form.
func (m *Module) Bytes() []byte {
	out := append([]byte("\x00asm"), 1, 0, 0, 0)
	var types, functions, code []byte
	for i, f := range m.functions {
		types = append(types, 0x60)
		types = appendTypes(types, f.parameters)
		types = appendTypes(types, f.results)
		functions = appendUnsigned(functions, uint64(i))
		code = appendSized(code, f.encoded())
	}
	count := len(m.functions)
	out = appendSection(out, typeSection, count, types)
	if m.imported[0] != "" {
		out = appendSection(out, importSection, 1, m.memoryImport())
	}
	out = appendSection(out, functionSection, count, functions)
	if m.exported != "" {
		limits := appendUnsigned([]byte{1}, uint64(m.pages)) // with a maximum
		out = appendSection(out, memorySection, 1, appendUnsigned(limits, uint64(m.pages)))
	}
	exports, exported := m.exports()
	out = appendSection(out, exportSection, exported, exports)
	out = appendSection(out, codeSection, count, code)
	return out
}

// What imports and exports are of.
const (
	aFunction = 0
	aMemory   = 2
)

func (m *Module) memoryImport() []byte {
	list := appendSized(appendSized(nil, []byte(m.imported[0])), []byte(m.imported[1]))
	return appendUnsigned(append(list, aMemory, 0), uint64(m.pages)) // without a maximum
}

func (m *Module) exports() (list []byte, count int) {
	for i, f := range m.functions {
		if f.export != "" {
			list = append(appendSized(list, []byte(f.export)), aFunction)
			list = appendUnsigned(list, uint64(i))
			count++
		}
	}
	if m.exported != "" {
		list = append(appendSized(list, []byte(m.exported)), aMemory, 0)
		count++
	}
	return list, count
}

func appendSection(out []byte, section byte, count int, content []byte) []byte {
	return appendSized(append(out, section), append(appendUnsigned(nil, uint64(count)), content...))
}

func appendSized(out, content []byte) []byte {
	return append(appendUnsigned(out, uint64(len(content))), content...)
}

func appendTypes(out []byte, types []Type) []byte {
	out = appendUnsigned(out, uint64(len(types)))
	for _, t := range types {
		out = append(out, byte(t))
	}
	return out
}

// appendUnsigned appends a number in LEB128.
func appendUnsigned(out []byte, n uint64) []byte { return binary.AppendUvarint(out, n) }

// appendSigned appends a number in signed LEB128.
func appendSigned(out []byte, n int64) []byte {
	for {
		low := byte(n & 0x7f)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(out, low)
		}
		out = append(out, low|0x80)
	}
}

func appendFloat(out []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
}
