package random

const (
	philoxMultiplier0 = 0xd2511f53
	philoxMultiplier1 = 0xcd9e8d57
	philoxWeyl0       = 0x9e3779b9 // golden ratio
	philoxWeyl1       = 0xbb67ae85 // sqrt(3) - 1
	philoxRounds      = 10
)

// philox4x32 returns the block of random words that belongs to a counter of
// four words and a key of two.
func philox4x32(c0, c1, c2, c3, key0, key1 uint32) (uint32, uint32, uint32, uint32) {
	for range philoxRounds {
		product0 := philoxMultiplier0 * uint64(c0)
		product1 := philoxMultiplier1 * uint64(c2)
		c0, c1, c2, c3 = uint32(product1>>32)^c1^key0, uint32(product1), uint32(product0>>32)^c3^key1, uint32(product0)
		key0 += philoxWeyl0
		key1 += philoxWeyl1
	}
	return c0, c1, c2, c3
}
