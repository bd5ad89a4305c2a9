// Package native runs kernels on this machine's processor. The same bytes that a
// browser runs are compiled by wazero, https://wazero.io, without leaving Go.
package native

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"unsafe"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"rackonomics/engine/kernel"
	"rackonomics/engine/machine"
)

// Backend makes kernels that run natively. Several goroutines may use it; each kernel
// has a memory of its own, and they share compiled code.
type Backend struct {
	runtime  wazero.Runtime
	mutex    sync.Mutex
	compiled map[[sha256.Size]byte]wazero.CompiledModule
}

// New makes a backend, which is to be closed.
func New(ctx context.Context) *Backend {
	return &Backend{runtime: wazero.NewRuntime(ctx), compiled: map[[sha256.Size]byte]wazero.CompiledModule{}}
}

// Close frees all kernels.
func (b *Backend) Close(ctx context.Context) error { return b.runtime.Close(ctx) }

// Kernel implements [machine.Backend].
func (b *Backend) Kernel(of machine.Shape) (machine.Kernel, error) {
	if compilers := []string{"amd64", "arm64"}; !slices.Contains(compilers, runtime.GOARCH) {
		return nil, fmt.Errorf("WebAssembly is compiled for %v only, and this is %s", compilers, runtime.GOARCH)
	}
	made, err := kernel.Generate(of, kernel.Own)
	if err != nil {
		return nil, err
	}
	return b.Load(made)
}

// Begin makes a kernel at once, for [machine.Machine.Quicken].
func (b *Backend) Begin(of machine.Shape) machine.Coming { return machine.Made(b.Kernel(of)) }

// Load makes a kernel ready to run.
func (b *Backend) Load(made *kernel.Kernel) (machine.Kernel, error) {
	ctx := context.Background() // a kernel is as long as its backend
	compiled, err := b.compile(ctx, made.Module)
	if err != nil {
		return nil, err
	}
	module, err := b.runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, err
	}
	memory, ok := module.Memory().Read(0, module.Memory().Size())
	if !ok {
		return nil, fmt.Errorf("the memory of %d bytes cannot be read", made.Size)
	}
	copy(memory, made.Image)
	numbers := unsafe.Slice((*float64)(unsafe.Pointer(unsafe.SliceData(memory))), len(memory)/8) // as they stand there: both processors are little-endian
	return &loaded{kernel: made, module: module, memory: numbers, run: module.ExportedFunction(kernel.Run)}, nil
}

func (b *Backend) compile(ctx context.Context, module []byte) (wazero.CompiledModule, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	key := sha256.Sum256(module)
	if compiled, ok := b.compiled[key]; ok {
		return compiled, nil
	}
	compiled, err := b.runtime.CompileModule(ctx, module)
	if err == nil {
		b.compiled[key] = compiled
	}
	return compiled, err
}

// loaded is a kernel with its memory, which never grows.
type loaded struct {
	kernel *kernel.Kernel
	module api.Module
	memory []float64
	run    api.Function
	stack  [2]uint64
}

// Run implements [machine.Kernel].
func (l *loaded) Run(given *machine.Given, values []float64) (machine.Overflow, error) {
	l.kernel.Fill(l.memory, given)
	l.stack = [2]uint64{0, uint64(l.kernel.Pairs())}
	if err := l.run.CallWithStack(context.Background(), l.stack[:]); err != nil {
		return machine.Overflow{}, fmt.Errorf("the kernel ended: %w", err)
	}
	return l.kernel.Read(l.memory, values), nil
}

// Close implements [machine.Kernel].
func (l *loaded) Close() error { return l.module.Close(context.Background()) }
