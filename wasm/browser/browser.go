//go:build js && wasm

// Package browser runs kernels beside this program, where that is WebAssembly itself: in
// a browser's worker, or in Node.js. A kernel computes in this program's own memory, so
// that nothing is copied between the two.
package browser

import (
	"errors"
	"fmt"
	"syscall/js"
	"unsafe"

	"rackonomics/engine/kernel"
	"rackonomics/engine/machine"
	"rackonomics/engine/wasmcode"
)

// Backend makes kernels that the host runs.
type Backend struct {
	load   js.Value // compiles a module over this program's memory and gives what it exports
	begin  js.Value // does so beside this program, and gives what will have exports, or say why it has none
	lacks  error    // why no kernel can be run here
	probed bool
}

// New makes a backend of what the host offers under globalThis.kernels: load and begin,
// which take the bytes of a module. Whether it can run vectors is tried when the first kernel
// is asked for.
func New() *Backend {
	b := &Backend{}
	if kernels := js.Global().Get("kernels"); kernels.Truthy() {
		b.load, b.begin = kernels.Get("load"), kernels.Get("begin")
	} else {
		b.lacks = errors.New("the host runs no generated code")
	}
	return b
}

// mostMemory bounds a kernel: a tab has no memory to waste.
const mostMemory = 128 << 20

// Kernel implements [machine.Backend].
func (b *Backend) Kernel(of machine.Shape) (machine.Kernel, error) {
	made, err := b.generate(of)
	if err != nil {
		return nil, err
	}
	exports, err := b.compile(made.Module)
	if err != nil {
		return nil, fmt.Errorf("the browser refuses the generated code: %w", err)
	}
	return newLoaded(made, exports), nil
}

// Begin has the host compile a kernel beside this program.
func (b *Backend) Begin(of machine.Shape) machine.Coming {
	made, err := b.generate(of)
	if err != nil {
		return &coming{refusal: err}
	}
	from, err := invoke(b.begin, bytesOf(made.Module))
	return &coming{made, from, err}
}

// coming is a kernel that the host compiles.
type coming struct {
	kernel  *kernel.Kernel
	from    js.Value // has exports once they are there, or refused
	refusal error
}

// Kernel implements [machine.Coming].
func (c *coming) Kernel() (machine.Kernel, error) {
	if c.refusal != nil {
		return nil, c.refusal
	}
	if refused := c.from.Get("refused"); refused.Truthy() {
		return nil, fmt.Errorf("the browser refuses the generated code: %s", refused.String())
	}
	if exports := c.from.Get("exports"); exports.Truthy() {
		return newLoaded(c.kernel, exports), nil
	}
	return nil, nil
}

func (b *Backend) generate(of machine.Shape) (*kernel.Kernel, error) {
	if err := b.probe(); err != nil {
		return nil, err
	}
	made, err := kernel.Generate(of, kernel.OfHost)
	if err == nil && made.Size > mostMemory {
		return nil, fmt.Errorf("generated code would need %d MiB of memory, and a page gives it %d", made.Size>>20, mostMemory>>20)
	}
	return made, err
}

func newLoaded(made *kernel.Kernel, exports js.Value) *loaded {
	memory := make([]float64, made.Size/8)
	copy(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(memory))), made.Size), made.Image)
	return &loaded{kernel: made, memory: memory, run: exports.Get(kernel.Run)}
}

// probe finds out whether the host runs vectors.
func (b *Backend) probe() error {
	if b.lacks != nil || b.probed {
		return b.lacks
	}
	b.probed = true
	plain, vectors := &wasmcode.Module{}, &wasmcode.Module{}
	plain.Function(kernel.Run, nil)
	vectors.Function(kernel.Run, nil).Fresh(wasmcode.V128)
	if _, err := b.compile(plain.Bytes()); err != nil {
		b.lacks = fmt.Errorf("this browser compiles no generated code: %w", err)
	} else if _, err := b.compile(vectors.Bytes()); err != nil {
		b.lacks = errors.New("this browser's WebAssembly has no SIMD")
	}
	return b.lacks
}

func (b *Backend) compile(module []byte) (exports js.Value, err error) {
	return invoke(b.load, bytesOf(module))
}

func bytesOf(module []byte) js.Value {
	bytes := js.Global().Get("Uint8Array").New(len(module))
	js.CopyBytesToJS(bytes, module)
	return bytes
}

// loaded is a kernel with its part of this program's memory.
type loaded struct {
	kernel *kernel.Kernel
	memory []float64 // which Go's collector does not move
	run    js.Value
}

// Run implements [machine.Kernel].
func (l *loaded) Run(given *machine.Given, values []float64) (machine.Overflow, error) {
	l.kernel.Fill(l.memory, given)
	base := uintptr(unsafe.Pointer(unsafe.SliceData(l.memory)))
	if _, err := invoke(l.run, int(base), l.kernel.Pairs()); err != nil {
		return machine.Overflow{}, fmt.Errorf("the generated code ended: %w", err)
	}
	return l.kernel.Read(l.memory, values), nil
}

// Close implements [machine.Kernel]; the collectors free what nothing refers to.
func (l *loaded) Close() error { return nil }

// invoke makes an error of what a function throws.
func invoke(function js.Value, arguments ...any) (result js.Value, err error) {
	defer func() {
		thrown := recover()
		if of, ok := thrown.(js.Error); ok {
			thrown = js.Global().Get("String").Invoke(of.Value) // with its kind
		}
		if thrown != nil {
			err = fmt.Errorf("%v", thrown)
		}
	}()
	return function.Invoke(arguments...), nil
}
