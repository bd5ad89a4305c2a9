//go:build !js || later

package service

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// bytesOfNumber is how many bytes travel as a number.
const bytesOfNumber = 8

// packed puts bytes into numbers, as they lie in memory.
func packed(data []byte) []float64 {
	numbers := make([]float64, (len(data)+bytesOfNumber-1)/bytesOfNumber)
	whole := append(slices.Clone(data), make([]byte, bytesOfNumber*len(numbers)-len(data))...)
	for i := range numbers {
		numbers[i] = math.Float64frombits(binary.LittleEndian.Uint64(whole[bytesOfNumber*i:]))
	}
	return numbers
}

// unpacked is the other way round.
func unpacked(numbers []float64, count int) ([]byte, error) {
	if count < 0 || count > bytesOfNumber*len(numbers) {
		return nil, fmt.Errorf("a file of %d bytes in %d numbers; at most %d bytes are in them", count, len(numbers), bytesOfNumber*len(numbers))
	}
	data := make([]byte, 0, bytesOfNumber*len(numbers))
	for _, number := range numbers {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(number))
	}
	return data[:count], nil
}
